"""What the workflows of the git service do: their whole logic, so that it can be tested and replayed without it.

Untrusted runs write a report as data; trusted runs read it as data and speak to the service. No text of an event or a
report ever becomes code, a shell word or markup.
"""
