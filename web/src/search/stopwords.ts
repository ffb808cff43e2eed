// SPDX-License-Identifier: MIT
/** Stop words: dropped from a query unless nothing else is left. The same list as `praxis/search/stopwords.py`. */

import { fold } from "./folding";

const WORDS = `
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
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map(fold));
