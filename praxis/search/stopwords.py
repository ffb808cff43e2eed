"""Stop words: dropped from a query unless nothing else is left; they stay in the index.

Function words, question words and the verbs that questions to an office are built with (Wo *bekomme* ich …,
Was *muss* ich *machen* …). Written as people write them, compared in folded form.
"""

from __future__ import annotations

from typing import Final

from praxis.search.folding import fold

_WORDS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines
ich du er sie es wir ihr mich mir dich dir ihn ihm ihnen uns euch sich man
mein meine meinen meinem meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines
ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer
dieser diese dieses diesen diesem jene jener jenes welche welcher welches welchen welchem
wer wen wem wessen was wann wo wohin woher wie wieso warum weshalb wozu womit wofür wobei woran wonach worauf wieviel
und oder aber denn sondern sowie als wenn falls ob dass weil damit da doch
in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne bis seit
wegen während
andere anderen anderem anderer anderes
nicht nur auch noch schon sehr mehr so dann hier dort jetzt immer etwas alle alles allem allen aller
bin bist ist sind seid war waren sein wird werden wurde wurden werde worden
habe hast hat haben hatte hatten
kann kannst können könnte könnten muss musst müssen müsste soll sollte sollen will wollen wollte möchte möchten
darf dürfen mag
gibt geben bekomme bekommt bekommen mache macht machen tun tue
innen ggf bzw usw etc
"""

STOP_WORDS: Final[frozenset[str]] = frozenset(map(fold, _WORDS.split()))
"""The folded stop words."""
