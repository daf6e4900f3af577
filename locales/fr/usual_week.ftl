# /semaine: the usual week, its grid, booking by it and adapting what is booked to it.

usual-title = 🗓 <b>Semaine type</b>
usual-child = • { $child } : { $items ->
    [none] rien d’habituel
   *[some] { $items }
}
usual-item = { $service } { $weekdays }{ $weeks ->
    [paires] {" "}(semaines paires)
    [impaires] {" "}(semaines impaires)
   *[toutes] {""}
}
usual-and = { $first } ; { $then }
usual-what-for = Dites-moi ce qui est habituel : vous réserverez d’avance d’un geste, et mes rappels sauront quoi attendre. Choisissez un enfant, ou écrivez par exemple « d’habitude cantine lundi et jeudi ».
usual-no-children = Aucun enfant n’est inscrit dans votre foyer : demandez à la mairie.
usual-edit = ✏️ Changer pour { $child }
usual-edit-all = ✏️ Changer pour tous

usual-book-title = <b>Réserver comme d’habitude</b>, à partir de demain :
usual-until = • { $kind ->
    [year] toute l’année, jusqu’au { $last }
   *[holiday] jusqu’aux { $holiday }, le { $last } compris
}
usual-book-typed = Ou écrivez jusqu’à quand, par exemple « réserver comme d’habitude jusqu’au 18 décembre ».
usual-book = { $kind ->
    [year] Réserver toute l’année
   *[holiday] Réserver jusqu’aux { $holiday }
}
usual-none-then = 🤔 Rien n’est habituel ces jours-là : il n’y a rien à réserver.

usual-grid-title = 🗓 <b>Semaine type</b> pour { $children } :
usual-before = Jusqu’ici :
usual-legend = 🍽 cantine, 🌅 garderie du matin, 🌙 garderie du soir
    ✅ toutes les semaines, puis « paires », « impaires », puis plus rien : chaque appui change.
usual-legend-mixed = ≠ vos enfants diffèrent : un appui met la même chose pour tous.
usual-this-week = Cette semaine porte le numéro { $number } : elle est { $parity ->
    [0] paire
   *[1] impaire
}.
usual-part-time = ℹ️ { $child } est chez vous les semaines { $weeks } : vous ne réglez ici que celles-là.
usual-key = { $weekday ->
    [1] lun
    [2] mar
    [3] mer
    [4] jeu
    [5] ven
    [6] sam
   *[7] dim
} { $service ->
    [cantine] 🍽
    [garderie_matin] 🌅
   *[garderie_soir] 🌙
}{ $mark ->
    [EVERY] {" "}✅
    [EVEN] {" "}paires
    [ODD] {" "}impaires
    [MIXED] {" "}≠
   *[NEVER] {""}
}

usual-kept = ✅ <b>Semaine type enregistrée</b>
usual-unchanged = Votre semaine type est déjà ainsi : rien n’a été changé.
usual-how-to-say = Dites-moi les jours de la semaine, par exemple « d’habitude cantine lundi et jeudi », ou touchez un bouton ci-dessous.
usual-how-to-amend = 🤔 Dites-moi ce qui change dans cette semaine type, par exemple « et mardi aussi » ou « pas jeudi, vendredi » :
usual-except-until-when = 🤔 Jusqu’à quand ? Dites-le moi dans la même phrase, par exemple « réserver comme d’habitude sauf jeudi jusqu’au 18 décembre ».
usual-check-weeks = ⚠️ Je ne suis pas sûre d’avoir compris les semaines paires ou impaires de votre phrase : vérifiez ci-dessous avant de valider.
usual-too-seldom = 🤔 Je ne sais retenir que toutes les semaines, les semaines paires ou les semaines impaires : pour un rythme plus rare, réservez les jours eux-mêmes.
usual-no-school = ℹ️ Il n’y a pas d’école le { $weekday } : je ne le compte pas.
usual-stale = Cet écran n’est plus valable et rien n’a été changé. Voici ce qui est enregistré :
usual-old-screen = ⚠️ Votre écran n’était plus à jour. Voici où vous en êtes :
usual-changed-meanwhile = ⚠️ La semaine type a changé entre-temps, par quelqu’un d’autre du foyer ou depuis un autre écran : je n’ai rien écrasé. Voici ce qui est enregistré, recommencez à partir de là :
usual-by-other = 👪 { $who } vient de changer la semaine type :

usual-adapt = 🔁 <b>Adapter ce qui est déjà réservé ?</b> Des jours réservés d’avance ne suivent plus votre semaine type :
usual-adapt-not-yet = Ces réservations n’ont pas encore changé : appuyez sur « Valider » pour les adapter, sur « Abandonner » pour les laisser ainsi.
