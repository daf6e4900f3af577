"""Words that mean something only together, by kind and value; sayings that are "harmless" mean nothing.

To teach the grammar a saying, add it to its line, between bars.
"""

import re
from typing import Any

from locales.fr.words import CANTEEN, EVENING, MORNING

_SAYINGS: list[tuple[str, Any, str]] = [
    (
        "doubtful",
        None,
        """
a confirmer | reste a confirmer | je te dis | je te dirai | je te redis | je vous dis | on vous dit
on vous dira | je confirme demain | je vous confirme demain | je confirmerai | je vous dirai | je vous redis
en attente | change d avis | je pense | je pense a | il se peut | il se pourrait | il est possible que
il est possible qu | je me demande | on verra | a voir | il parait | si c est trop tard | s il est trop tard
pas sur | pas sure | je ne sais pas | pas encore | pas seulement | pas uniquement | pas que | ne se | a faire
quoi encore | point d interrogation | voir si | je pourrais | on pourrait | nous pourrions | faite hier
faite ce matin | ce que j ai | ce que tu as | ce que vous avez | que j ai faite | que j ai fait | dire que
dire qu | dis que | dis qu | et puis quoi encore | ne s | liste d attente | quand je vous | quand je te
quand vous | penser a | temps en temps | quelques jours | alors que j avais | alors que j ai | alors qu on avait
alors que nous avions
        """,
    ),
    (
        "mark",
        "rather",
        """
veux dire | voulais dire | je rectifie | au temps pour moi | autant pour moi | en fait | voulions dire
me suis trompe | me suis trompee
        """,
    ),
    (
        "can",
        None,
        """
auriez vous l amabilite | auriez vous la gentillesse | auriez vous l obligeance | voudriez vous | voulez vous
veux tu | serait il possible | est il possible | puis je | y a t il moyen | il y a moyen
        """,
    ),
    ("have", None, "on a | m a | t a | nous a | vous a"),
    (
        "if",
        None,
        """
en cas de | en cas d | pourvu que | pourvu qu | a condition | a moins | sous reserve | tant que | tant qu
des que | au cas ou | en attendant | des fois que | sauf si
        """,
    ),
    (
        "matter",
        None,
        """
petit dejeuner | repas de famille | repas de classe | le car | du car | en car | en deplacement | deplacement
repas de noel | dejeuner de noel | fete de noel | marche de noel | spectacle de noel | sapin de noel
gouter de noel | pere noel
        """,
    ),
    (
        "me",
        None,
        """
je passe | c est moi qui | je ne travaille | je recupere | je viens | je suis | j suis | je serai | je ne suis
je ne serai | je mange | je reste | je travaille | je pars | moi je | je viendrai | on viendra | nous viendrons
je passerai | on passera
        """,
    ),
    (
        "isit",
        None,
        """
il est note | t il | t elle | t ils | t elles | t on | c bon | de la place | est note | c est ca | c est bien ca
a t on | y a t il | faut il | doit on | devons nous | c est note | c est bien note | c est bon | c est ok
c est pris en compte | a t elle | a t il | ont elles | ont ils | est ce que | est ce qu | est ce | doit il
doit elle | doivent ils | est il | est elle | sont ils | sont elles | peut il | peut elle
        """,
    ),
    (
        "other",
        None,
        """
tous les enfants de la classe | enfants de la classe | la classe de | toute la classe | l autre | un autre
une autre | belle fille | beau fils | belle mere | beau pere | grand mere | grand pere | grands parents
vous mangez | tu manges | vous dejeunez | tu dejeunes | les eleves | mes eleves | de la classe
        """,
    ),
    (
        "past",
        None,
        """
aurais du | aurait du | aurions du | vient d etre | a ete | ont ete | avait ete | ayant ete
        """,
    ),
    ("thanks", None, "merci beaucoup | merci bcp"),
    ("week", "week", "semaine complete | semaine entiere"),
    ("months", "months", "mois complet | mois entier"),
    ("day", "day", "journee complete | journee entiere"),
    (
        "harmless",
        None,
        """
pour info | pour information | pour votre information | a titre d information | veux bien | voudrais bien
voulons bien | bien sur | bien entendu | bien cordialement | bien vouloir | bonne fin | bonne nuit
bonne reception | bonne continuation | au revoir | allo | c est pour dire | en conge | en conges
du derangement | pour le derangement | merci de bien vouloir | c est sur | c est certain | sans faute
m y prendre si tard | m y prendre tard | si tard | de m y prendre | pensez a | pense a | bien a vous
bien a toi | merci de penser a | bonne annee a tous | bonne journee a tous | bonne soiree a tous
bonnes vacances a tous | bonnes fetes a tous | merci a tous | salut a tous | bonsoir a tous | bonjour a tous
il faut | il faudrait | il faudra | il serait | il est | il s agit | reviens sur ma decision | cette fois
cette fois ci | pour une fois | de rien | comme prevu | comme convenu | comme demande | comme indique
comme toujours | merci de noter | merci de bien noter | noter que | noter qu | notez que | note que
je confirme | je vous confirme | je te confirme | nous confirmons | nous vous confirmons | bonnes fetes
bonnes fetes de fin d annee | bonnes fetes de noel | joyeuses fetes | joyeuses fetes de fin d annee
joyeux noel | bon noel | joyeuses paques | meilleurs voeux | rdv chez | rendez vous chez | rdv a l hopital
rendez vous a l hopital | non merci | garde alternee | ce jour la | ces jours la | le meme jour
les memes jours | a part ca | n hesitez pas | n oubliez pas | n oublie pas | ne pas oublier | s il vous plait
s il te plait | tout a fait | tout de suite | a tout a l heure | a bientot | par avance | d avance | en avance
d accord | mise a jour | ce sera | c est | pour le moment | pour l instant | si possible | si c est possible
si c est encore possible | si jamais c est possible | s il est possible | s il est encore possible
si pas trop tard | si c est pas trop tard | si ce n est pas trop tard | s il n est pas trop tard | si vous plait
bonne journee | bonne soiree | bon week end | bon weekend | bonne semaine | bonnes vacances | bonne annee
bonne rentree | en effet | je vous remercie | en classe | pour dire que | pour dire qu | vous dire que
vous dire qu | te dire que | te dire qu | de la classe de
        """,
    ),
    ("or", None, "ou bien | sinon"),
    (
        "service",
        CANTEEN,
        """
restaurant scolaire | au restaurant scolaire | au resto scolaire | resto scolaire | restauration scolaire
pause meridienne | demi pension | demi pensionnaire | demi pensionnaires
        """,
    ),
    (
        "reported",
        None,
        """
tu disais | vous disiez | tu as dit | vous avez dit | m a dit | nous a dit | m ont dit | d apres la | d apres le
d apres l | d apres vous | d apres mon | d apres ma | d apres toi | selon | m a demande | m avez demande
nous a demande | m ont demande | a demande | tu avais dit | j avais dit | t avais dit | on avait dit
vous aviez dit | c etait
        """,
    ),
    (
        "remark",
        None,
        """
ah bon | bien note | bravo | pas de souci | pas de soucis | pas de probleme | pas grave | pas de place
plus de place | plus assez de place | c est cher | c est fait
        """,
    ),
    ("must_i", None, "dois je"),
    (
        "because",
        None,
        """
comme je | comme nous | comme il | comme elle | comme c est | comme on | vu que | vu qu | etant donne | suite a
a cause | en raison
        """,
    ),
    (
        "tell",
        None,
        """
dis moi | dites moi | donne moi | donnez moi | me dire | nous dire | envoie moi | envoyez moi
        """,
    ),
    (
        "home",
        None,
        """
je garde | je la garde | je le garde | je les garde | moi qui la garde | moi qui le garde | moi qui les garde
        """,
    ),
    ("kid", None, "petite fille | petit fils"),
    ("much", None, "pas mal"),
    (
        "we",
        None,
        """
nous sommes | nous serons | on est | on sera | on part | nous partons | sauf erreur | sauf erreur de ma part
sauf contre ordre | sauf avis contraire | sauf imprevu | sauf changement
        """,
    ),
    ("then", None, "du coup | par consequent"),
    ("but", None, "par contre | en revanche"),
    ("how", None, "comment | que se passe t il | que se passe | qu est ce qui se passe"),
    (
        "remind",
        None,
        """
rappelle moi | rappelez moi | rappelle nous | fais moi penser | faites moi penser | me rappeler | nous rappeler
previens moi | prevenez moi | previens nous | prevenez nous | avertissez moi | avertis moi
        """,
    ),
    (
        "elsewhere",
        None,
        """
ailleurs | au restaurant | au resto | maison | a la maison | avec moi | avec nous | dehors | chez
a l exterieur
        """,
    ),
    ("eats_out", None, "rentre manger | rentre dejeuner"),
    ("offset", 0, "aujourd hui | ce jour"),
    ("offset", 2, "apres demain"),
    ("offset", -2, "avant hier"),
    ("eve", -2, "avant veille"),
    ("offset", 1, "2 main"),
    ("year_round", None, "a l annee"),
    ("weekend", "weekend", "week end | week ends"),
    ("from", None, "a partir | a compter | a dater"),
    (
        "until",
        None,
        """
jusqu a | jusqu au | jusqu aux | jusqu en | jusque a | jusqu | jusk a | jusk au | jusqua la
        """,
    ),
    ("by_then", None, "d ici | d ici a | d ici au | ici"),
    ("ago", None, "il y a | il ya | y a | ya"),
    ("posterior", 1, "d apres"),
    ("following", 1, "qui suit | qui suivent"),
    ("coming", 1, "qui viennent | qui vient | qui arrive | a venir"),
    ("current", None, "en cours | courante | actuelle"),
    ("prior", -1, "d avant"),
    ("schoolday", "day", "jour d ecole | jours d ecole | jour de classe | jours de classe"),
    (
        "du",
        "du ",
        """
qui commence le | qui debute le | qui demarre le | qui commence au | commencant le | debutant le
        """,
    ),
    ("of", None, "qui commence"),
    ("that_of", None, "celle du | celle qui commence le"),
    ("excluded", None, "non compris | non inclus"),
    ("except", None, "a l exception | a part | en dehors"),
    ("butnot", None, "mais pas"),
    ("and", None, "mais seulement | mais uniquement | mais juste"),
    ("instead", None, "au lieu | a la place | plutot que"),
    ("around", None, "a peu pres"),
    ("mark", "same", "meme chose | la meme chose | de meme"),
    ("mark", "also", "en plus"),
    ("mark", "only", "rien que"),
    (
        "mark",
        "that",
        """
tout ca | tout cela | cette reservation | cette inscription | cette annulation | cette commande | cette demande
cette action | la derniere reservation | ma derniere reservation | la derniere demande | ma derniere demande
        """,
    ),
    (
        "mark",
        "undo",
        """
laisse tomber | laissez tomber | oublie ca | oubliez ca | oublie tout | en fait non | finalement non
non finalement | non rien
        """,
    ),
    ("later", 1, "plus tard"),
    ("later", -1, "plus tot"),
    (
        "what",
        None,
        """
qu est ce qu il y a | qu y a t il | qu est ce que | qu est ce qu | qu est ce qui | kes ki
        """,
    ),
    (
        "deadline",
        None,
        """
jusqu a quand | jusqu a quelle | jusqu a quel | avant quand | avant quelle heure | trop tard | au plus tard
dernier moment | dernier delai
        """,
    ),
    ("help", None, "que sais tu faire | que peux tu faire | mode d emploi"),
    (
        "everyone",
        None,
        """
tout le monde | les enfants | mes enfants | nos enfants | tous mes enfants | tous les enfants | toute la famille
toute la fratrie | la fratrie
        """,
    ),
    ("session", EVENING, "apres l ecole | apres la classe | apres les cours"),
    ("session", MORNING, "avant l ecole | avant la classe"),
    ("maybe", None, "peut etre"),
    ("afternoon", None, "apres midi"),
    ("menu", None, "a manger"),
    ("planning", None, "deja reserve"),
    ("question", None, "point interrogation"),
    (
        "having",
        None,
        """
viens de | vient de | venons de | viens d | vient d | venons d | viens juste de | viens juste d | vient juste de
vient juste d | je viens de | je viens d | je viens juste de | je viens juste d | nous venons de | nous venons d
        """,
    ),
    ("absent", None, "comptez sans | compter sans | faites sans | fais sans"),
    (
        "usual",
        "stated",
        """
d habitude | d habitudes | dhabitude | d hab | dhab | habituellement | en temps normal
        """,
    ),
    ("usual", "week", "semaine type | semaine habituelle | semaines types | semaines habituelles"),
    (
        "usual",
        "followed",
        """
comme d habitude | comme d habitudes | comme dhabitude | comme d hab | comme dhab | comme habituellement
comme en temps normal | comme semaine type | comme semaine habituelle | comme semaines types
comme semaines habituelles | comme la d habitude | comme la d habitudes | comme la dhabitude | comme la d hab
comme la dhab | comme la habituellement | comme la en temps normal | comme la semaine type
comme la semaine habituelle | comme la semaines types | comme la semaines habituelles | comme ma d habitude
comme ma d habitudes | comme ma dhabitude | comme ma d hab | comme ma dhab | comme ma habituellement
comme ma en temps normal | comme ma semaine type | comme ma semaine habituelle | comme ma semaines types
comme ma semaines habituelles | comme notre d habitude | comme notre d habitudes | comme notre dhabitude
comme notre d hab | comme notre dhab | comme notre habituellement | comme notre en temps normal
comme notre semaine type | comme notre semaine habituelle | comme notre semaines types
comme notre semaines habituelles | comme leur d habitude | comme leur d habitudes | comme leur dhabitude
comme leur d hab | comme leur dhab | comme leur habituellement | comme leur en temps normal
comme leur semaine type | comme leur semaine habituelle | comme leur semaines types
comme leur semaines habituelles | comme sa d habitude | comme sa d habitudes | comme sa dhabitude
comme sa d hab | comme sa dhab | comme sa habituellement | comme sa en temps normal | comme sa semaine type
comme sa semaine habituelle | comme sa semaines types | comme sa semaines habituelles | selon d habitude
selon d habitudes | selon dhabitude | selon d hab | selon dhab | selon habituellement | selon en temps normal
selon semaine type | selon semaine habituelle | selon semaines types | selon semaines habituelles
selon la d habitude | selon la d habitudes | selon la dhabitude | selon la d hab | selon la dhab
selon la habituellement | selon la en temps normal | selon la semaine type | selon la semaine habituelle
selon la semaines types | selon la semaines habituelles | selon ma d habitude | selon ma d habitudes
selon ma dhabitude | selon ma d hab | selon ma dhab | selon ma habituellement | selon ma en temps normal
selon ma semaine type | selon ma semaine habituelle | selon ma semaines types | selon ma semaines habituelles
selon notre d habitude | selon notre d habitudes | selon notre dhabitude | selon notre d hab | selon notre dhab
selon notre habituellement | selon notre en temps normal | selon notre semaine type
selon notre semaine habituelle | selon notre semaines types | selon notre semaines habituelles
selon leur d habitude | selon leur d habitudes | selon leur dhabitude | selon leur d hab | selon leur dhab
selon leur habituellement | selon leur en temps normal | selon leur semaine type | selon leur semaine habituelle
selon leur semaines types | selon leur semaines habituelles | selon sa d habitude | selon sa d habitudes
selon sa dhabitude | selon sa d hab | selon sa dhab | selon sa habituellement | selon sa en temps normal
selon sa semaine type | selon sa semaine habituelle | selon sa semaines types | selon sa semaines habituelles
suivant d habitude | suivant d habitudes | suivant dhabitude | suivant d hab | suivant dhab
suivant habituellement | suivant en temps normal | suivant semaine type | suivant semaine habituelle
suivant semaines types | suivant semaines habituelles | suivant la d habitude | suivant la d habitudes
suivant la dhabitude | suivant la d hab | suivant la dhab | suivant la habituellement
suivant la en temps normal | suivant la semaine type | suivant la semaine habituelle | suivant la semaines types
suivant la semaines habituelles | suivant ma d habitude | suivant ma d habitudes | suivant ma dhabitude
suivant ma d hab | suivant ma dhab | suivant ma habituellement | suivant ma en temps normal
suivant ma semaine type | suivant ma semaine habituelle | suivant ma semaines types
suivant ma semaines habituelles | suivant notre d habitude | suivant notre d habitudes | suivant notre dhabitude
suivant notre d hab | suivant notre dhab | suivant notre habituellement | suivant notre en temps normal
suivant notre semaine type | suivant notre semaine habituelle | suivant notre semaines types
suivant notre semaines habituelles | suivant leur d habitude | suivant leur d habitudes | suivant leur dhabitude
suivant leur d hab | suivant leur dhab | suivant leur habituellement | suivant leur en temps normal
suivant leur semaine type | suivant leur semaine habituelle | suivant leur semaines types
suivant leur semaines habituelles | suivant sa d habitude | suivant sa d habitudes | suivant sa dhabitude
suivant sa d hab | suivant sa dhab | suivant sa habituellement | suivant sa en temps normal
suivant sa semaine type | suivant sa semaine habituelle | suivant sa semaines types
suivant sa semaines habituelles
        """,
    ),
]
PHRASES = [
    (kind, value, phrase) for kind, value, phrases in _SAYINGS for phrase in re.split(r" \| |\n", phrases.strip())
]
