# Menus: what is eaten, and how the mairie says it.

command-menu = Ce qu’on mange à la cantine
command-menus = Les menus de la semaine

allergen-gluten = gluten
allergen-crustaces = crustacés
allergen-oeufs = œufs
allergen-poisson = poisson
allergen-arachides = arachides
allergen-soja = soja
allergen-lait = lait
allergen-fruits-a-coque = fruits à coque
allergen-celeri = céleri
allergen-moutarde = moutarde
allergen-sesame = sésame
allergen-sulfites = sulfites
allergen-lupin = lupin
allergen-mollusques = mollusques

menu-title = 🍽 <b>À la cantine</b>
menu-today = <b>Aujourd’hui</b>
menu-this-week = <b>Cette semaine</b>
menu-next-week = <b>La semaine prochaine</b>
menu-dishes = { $vegetarian ->
    [yes] 🌱{" "}
   *[no] {""}
}{ $dishes }{ $told ->
    [unsaid] {""}
    [nothing] {" "}(aucun des 14 allergènes)
   *[some] {" "}⚠️ { $allergens }
}
menu-line = • { $day } : { $menu }
menu-unknown-day = pas encore de menu
menu-unknown-week = Pas encore de menu.
menu-see-photo = 📷 Voyez la photo ci-dessous.
menu-unknown-days = Pas encore de menu pour { $days }.
menu-unknown-others = Je ne connais pas encore le menu des autres jours.
menu-ask-mairie = Pour le connaître, demandez à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
menu-legend = 🌱 repas végétarien · ⚠️ allergènes du repas, parmi les 14 à déclaration obligatoire, tels que la mairie les a donnés. Sans ⚠️, ils ne sont pas précisés : demandez à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
menu-photo = 📷 Les menus de la semaine du { $monday }
menu-of-day = 🍽 Au menu : { $menu }
menu-of-line = { "   " }🍽 { $menu }
menus-monday-title = 🍽 <b>Les menus de la semaine du { $monday }</b>

menus-title = 🍽 <b>Les menus connus</b>
menus-week = <b>Semaine du { $monday }</b>
menus-photo-there = 📷 une photo
menus-nothing = rien encore
menus-how = <b>Pour donner une semaine</b>, envoyez-moi une photo, un tableau (CSV ou XLSX : jour, entree, plat, accompagnement, fromage, dessert, allergenes, vegetarien), ou une ligne par jour :
    <i>lundi 30/11 : carottes râpées, poulet rôti, purée, yaourt (gluten, lait)
    mardi 1/12 : salade verte, lasagnes de légumes, pomme (V)</i>
    Entre parenthèses, les allergènes et (V) pour le repas végétarien ; « (aucun) » s’il n’y en a pas. Corriger : renvoyez le jour. Retirer : « lundi 30/11 : effacer ».
menus-preview = 📋 <b>Vérifiez avant de valider</b>
menus-added = ➕ { $day } : { $menu }
menus-changed = ✏️ { $day }
    avant : { $before }
    après : { $after }
menus-erased = ➖ { $day } : { $before }
menus-not-yet = Rien n’est encore enregistré : appuyez sur « Valider ».
menus-same = Ces menus sont déjà ceux que je connais : rien ne change.
menus-kept = ✅ C’est enregistré, les parents le voient avec /menu :
menus-moved = ⚠️ Ces menus ont changé entre-temps. Voici ce que « Valider » ferait maintenant :
menus-allergens-unsaid = { $count ->
    [one] ℹ️ Un jour n’a pas d’allergènes précisés
   *[other] ℹ️ { $count } jours n’ont pas d’allergènes précisés
} : les parents liront qu’il faut vous demander.
menus-which-week = 📷 De quelle semaine est cette photo ?
menus-week-key = Semaine du { $monday }
menus-photo-kept = ✅ La photo est gardée pour la semaine du { $monday }{ $replaces ->
    [yes] , à la place de la précédente
   *[no] {""}
} : les parents la voient avec /menu.
menus-photo-past = La semaine de cette photo est passée : rien n’a été gardé.
menus-photo-drop = Retirer la photo du { $monday }
menus-photo-dropped = La photo de la semaine du { $monday } n’est plus montrée.
menus-image-as-file = Cette image est venue comme un fichier : envoyez-la comme une photo, et je la garderai.
menus-file-then = Rien n’a été changé. Corrigez le fichier, puis renvoyez-le.
menus-lines-then = Rien n’a été changé. Corrigez votre message, ou renvoyez-le.

bad-menus = { $count ->
    [one] Une erreur dans ces menus : rien n’a été changé.
   *[other] { $count } erreurs dans ces menus : rien n’a été changé.
}
bad-menus-more = … et { $count ->
    [one] une autre
   *[other] { $count } autres
}.
menu-line-unread = Ligne { $row } : { $line ->
    [none] le jour manque.
   *[some] je ne lis pas de jour, puis deux-points, dans « { $line } ».
} Écrivez par exemple « lundi 30/11 : carottes râpées, poulet rôti ».
menu-day-doubtful = Ligne { $row } : « { $written } » n’existe pas. Est-ce { $day } ?
menu-day-past = Ligne { $row } : { $day } est passé.
menu-day-off = Ligne { $row } : il n’y a pas de cantine { $day }.
menu-day-twice = Ligne { $row } : { $day } est déjà dit plus haut.
menu-no-dish = Ligne { $row } : aucun plat pour { $day }.
menu-too-much = Ligne { $row } : c’est trop long ({ $most } plats au plus, de { $longest } caractères).
unknown-allergen = Ligne { $row } : « { $word } » n’est pas un des 14 allergènes{ $near ->
    [none] . Entre parenthèses n’écrivez qu’eux (gluten, crustacés, œufs, poisson, arachides, soja, lait, fruits à coque, céleri, moutarde, sésame, sulfites, lupin, mollusques), « aucun » ou « V ».
   *[some]  ; est-ce « { $near } » ?
}
not-yes-or-no = Ligne { $row }, colonne vegetarien : « { $value } » n’est pas possible ici. Écrivez oui ou non.
file-not-received = Je n’ai pas réussi à recevoir ce fichier : Telegram ne me l’a pas donné. Renvoyez-le dans un moment.
photo-gone = { $caption } : cette photo n’est plus disponible. Demandez-la à la mairie.
