"""Given names that are common in Germany: a rough sign that a contact is a person."""

from __future__ import annotations

_NAMES = """
Achim Adam Adrian Agnes Ahmed Ahmet Alexander Alexandra Alfred Ali Alina Amir Amira Ana Anastasia Andre André Andrea
Andreas Anette Angela Angelika Anika Anita Anja Anke Anna Anne Annegret Annette Annika Antje Anton Antonia Armin Arne
Arno Artur Astrid Axel Ayse Ayşe Barbara Bastian Beate Beatrix Bernd Bernhard Bettina Bianca Birgit Birgitta Björn Bodo
Boris Brigitte Britta Bruno Burkhard Carina Carla Carmen Carola Carolin Caroline Carsten Cathrin Cem Charlotte Christa
Christel Christian Christiane Christina Christine Christof Christoph Claudia Claus Clemens Constanze Corinna Cornelia
Dagmar Daniel Daniela David Denise Dennis Detlef Diana Dieter Dietmar Dirk Dominik Dorothea Dorothee Edith Elena Elfriede
Elif Elisabeth Elke Ellen Elvira Emine Emre Erich Erika Ernst Erwin Esra Esther Eva Evelyn Fabian Fatima Fatma Felix
Ferdinand Florian Frank Franz Franziska Frauke Frederik Friederike Friedrich Fritz Gabi Gabriele Georg Gerald Gerd
Gerda Gerhard Gertrud Gisela Gregor Gudrun Guido Gunda Gunnar Günter Günther Hakan Hanna Hannah Hannelore Hannes Hans
Hans-Jürgen Hans-Peter Hans-Werner Harald Hartmut Hasan Hatice Hedwig Heide Heidi Heike Heiko Heiner Heinrich Heinz
Helena Helga Helmut Hendrik Henning Herbert Hermann Hilde Hildegard Holger Horst Hubert Ibrahim Ilona Ilse Ina Ines Inga
Inge Ingeborg Ingo Ingrid Irena Irene Iris Irina Irmgard Isabel Isabell Isabella Iwona Jan Jana Janina Jasmin Jens
Jessica Joachim Joanna Jochen Johann Johanna Johannes Jonas Jörg Josef Judith Julia Julian Jürgen Jutta Kai Karin Karl
Karl-Heinz Karla Karola Karsten Katarzyna Katharina Kathrin Katja Katrin Kerstin Khaled Kirsten Klaus Knut Konrad
Kristin Kristina Kurt Lara Lars Laura Lea Leila Lena Leon Leonie Lisa Lothar Lucia Ludger Ludwig Luisa Lukas Lydia Maik
Maike Maja Malgorzata Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete Margarethe Margit Margret Maria Marianne
Marie Marina Mario Marion Marius Mark Markus Marlene Marlies Martha Martin Martina Matthias Max Maximilian Mechthild
Mehmet Meike Melanie Meral Michael Michaela Miriam Mohamed Mohammed Monika Monique Murat Mustafa Nadine Nadja Natalia
Natalie Natascha Nicola Nicole Nils Nina Norbert Nuray Nurcan Olaf Olga Oliver Osman Ömer Özlem Patricia Patrick Patrizia
Paul Paula Peter Petra Philipp Pia Rainer Ralf Ralph Ramona Raphael Rebecca Regina Regine Reiner Reinhard Renate Rene
René Ria Ricarda Richard Rita Robert Roland Rolf Roman Ronald Rosemarie Roswitha Rudolf Ruth Sabine Sabrina Sandra Sara
Sarah Sascha Saskia Sebastian Selma Sevgi Siegfried Sigrid Silke Silvia Simon Simone Sofia Sonja Sophie Stefan Stefanie
Steffen Stephan Stephanie Susanne Svenja Sven Swetlana Sylvia Tamara Tanja Tatjana Thea Theresa Thomas Thorsten Tim Timo
Tina Tobias Tom Torsten Udo Ulf Ulla Ulrich Ulrike Ursula Ute Uta Uwe Valentina Vanessa Vera Verena Viktor Viktoria Volker
Waltraud Walter Werner Wiebke Wilfried Wilhelm Willi Wolfgang Wolfram Yasemin Yasmin Yusuf Yvonne Zeynep
"""
GIVEN_NAMES = frozenset(_NAMES.split())
