# The mairie's month in the chat: /facturation, what is shown before it is done, what the Trésor public says.

command-facturation = La facturation du mois

desk-title = 🧾 <b>{ $month }</b>
desk-new = { $count ->
    [one] <b>Une facture à émettre</b>
   *[other] <b>{ $count } factures à émettre</b>
} : { $sum }
desk-waiting = { $count ->
    [one] Une somme de moins de { $least }, reportée sur la facture suivante
   *[other] { $count } sommes de moins de { $least }, reportées sur la facture suivante
} : { $sum }
desk-issued = { $count ->
    [one] Une facture déjà émise
   *[other] { $count } factures déjà émises
} : { $sum }
desk-issued-waiting = { $count ->
    [one] Une somme déjà reportée
   *[other] { $count } sommes déjà reportées
} : { $sum }
desk-still-waiting = { $count ->
    [one] Une somme en attente d’un foyer qui n’a rien ce mois-ci
   *[other] { $count } sommes en attente de foyers qui n’ont rien ce mois-ci
} : { $sum }
desk-carried-in = • dont { $sum } reportés des mois d’avant
desk-look = ⚠️ <b>{ $count ->
    [one] Un point à regarder
   *[other] { $count } points à regarder
}</b>, le plus grave d’abord. Touchez-le pour le voir.
desk-look-line = • { $name } : { $count }
desk-running = ⏳ Ce mois n’est pas fini : il pourra être émis à partir du { $day }.
desk-unpriced = ⛔ Il manque un tarif ({ $service }, { $day }) : rien ne peut être émis. Envoyez-moi ici le tableau des tarifs (CSV ou XLSX), ou complétez commune.toml.
desk-not-issued = Rien n’est encore émis. Tout est recalculé à chaque ouverture.
desk-all-issued = ✅ Tout est émis pour ce mois.
desk-nothing = Rien à facturer ce mois-ci.
desk-no-such-month = Ce mois n’a pas commencé, ou il est trop ancien : je ne peux pas le montrer. Écrivez par exemple « /facturation novembre ».
desk-unknown-invoice = Je ne trouve pas de facture « { $value } ».
desk-how = Écrivez « /facturation novembre » pour un mois, ou « /facturation 2026-0042 » pour une facture.
desk-stale = C’est déjà décidé, ou ce n’est plus ouvert : rien n’a été changé cette fois-ci. Pour reprendre : /facturation
desk-moved = ⚠️ Ce qui est connu a changé entre-temps : rien n’a été émis ni corrigé. Voici ce qu’il en est maintenant.
desk-nothing-yet = Rien n’est encore fait : appuyez sur « Valider ».
desk-nothing-kept = Rien n’est encore noté : appuyez sur « Valider ».
desk-nothing-changed = Rien n’a été changé.
desk-line = • { $line }
desk-more = … et { $count ->
    [one] un autre
   *[other] { $count } autres
}.
desk-page = Page { $page } sur { $pages }
desk-total = <b>Total : { $sum }</b>

desk-look-title = ⚠️ <b>{ $name }</b> · { $month }
desk-homes-title = 👪 <b>{ $month }</b> : { $count ->
    [one] un foyer
   *[other] { $count } foyers
}
desk-homes-legend = ✅ émise · ↪️ reportée · ⚠️ à regarder. Touchez un foyer pour ses lignes.
desk-home-title = 🧾 <b>Foyer { $foyer }</b> · { $month }
desk-home-new = Pas encore émise.
desk-home-waits = ↪️ { $left ->
    [yes] Rien ce mois-ci : la somme attend la facture suivante de ce foyer.
   *[no] Moins de { $least } : la somme sera reportée sur la facture suivante.
}
desk-home-look = ⚠️ À regarder :

trouble-no-tariff = Tarif manquant
trouble-open-sitting = Séance non close
trouble-no-times = Durée inconnue
trouble-no-departure = Départ non noté
trouble-absent = Réservé, pas venu
trouble-unbooked = Mangé sans réservation
trouble-other-week = Semaine de l’autre foyer
trouble-no-quotient = Quotient non connu
trouble-no-address = Adresse incomplète
trouble-change = Grand écart avec le mois d’avant
trouble-revised = Changé depuis l’émission

desk-key-look = { $name } ({ $count })
desk-key-homes = 👪 Les foyers ({ $count })
desk-key-issue = 📤 Émettre ce mois…
desk-key-home = { $mark ->
    [issued] ✅{" "}
    [carried] ↪️{" "}
   *[new] {""}
}{ $look ->
    [yes] ⚠️{" "}
   *[no] {""}
}{ $foyer } · { $sum }
desk-key-home-of = 🧾 { $foyer }
desk-key-figures = 📊 Les chiffres du mois
desk-key-export = 📎 Exporter pour le Trésor public
desk-key-month = ‹ { $month }
desk-key-back-homes = ‹ Les foyers
desk-key-back = ‹ Retour
desk-key-claim = Réclamer quand même
desk-key-correct = ✏️ Corriger
desk-key-reference = Référence du Trésor
desk-key-payment = Paiement
desk-key-take-back = Retirer { $sum } du { $day }
desk-key-open = 🧾 { $number ->
    [none] Le relevé
   *[some] { $number }
}
desk-key-invoice = { $number ->
    [none] ‹ Le relevé
   *[some] ‹ { $number }
}

desk-issue = 📤 <b>Émettre { $month } ?</b>
desk-issue-new = { $count ->
    [0] • aucune facture
    [one] • une facture numérotée
   *[other] • { $count } factures numérotées
} : { $sum }
desk-issue-waiting = { $count ->
    [one] • une somme de moins de { $least } reportée
   *[other] • { $count } sommes de moins de { $least } reportées
} : { $sum }
desk-issue-look = { $count ->
    [0] • rien à regarder
    [one] • ⚠️ un point à regarder
   *[other] • ⚠️ { $count } points à regarder
}
desk-issue-kept = Une facture émise ne change plus : une correction fait un avoir et une nouvelle facture.
desk-issue-done = ✅ <b>{ $month } est émis</b> : { $count ->
    [0] aucune facture
    [one] une facture, { $first }
   *[other] { $count } factures, de { $first } à { $last }
}, { $sum }.
desk-claim = 📤 <b>Réclamer { $sum } au foyer { $foyer } ?</b>
    Elle attendrait sinon la facture suivante (moins de { $least }). « Valider » l’émet tout de suite, avec un numéro.
desk-claimed = ✅ <b>Facture { $number } émise.</b>

desk-invoice-title = { $kind ->
    [credit] 🧾 <b>Avoir { $number }</b>
    [carried] 🧾 <b>Relevé sans numéro</b>
   *[invoice] 🧾 <b>Facture { $number }</b>
} · { $month }
desk-invoice-who = Foyer { $foyer } : { $debtor ->
    [none] responsable non connu
   *[some] { $debtor }
}
desk-invoice-issued = Émission : { $day }
desk-invoice-why = Motif : { $why }
desk-status-emise = Émise : le Trésor public n’a pas encore donné sa référence.
desk-status-transmise = Transmise au Trésor public.
desk-status-payee = ✅ Payée.
desk-status-avoir = Avoir : rien à payer.
desk-status-annulee = Remplacée : un avoir l’a annulée.
desk-status-reportee = ↪️ Rien n’est réclamé : la somme est reportée sur la facture suivante.
desk-reference = Référence : <code>{ $reference }</code>
desk-paid = Payé { $day } : { $sum }
desk-left = Reste à payer : { $sum }
desk-revised = ✏️ Les faits ont changé depuis : { $before } émis, { $after } avec ce qui est connu aujourd’hui.
desk-unchanged = Rien n’a changé depuis : il n’y a rien à corriger.

desk-nothing-to-export = Rien n’est encore émis pour { $month } : il n’y a rien à exporter.
desk-export-factures = 📎 Les factures, { $month } : complétez reference_tresor, payee_le (et montant en euros pour un paiement partiel), puis renvoyez-moi ce tableau.
desk-export-titres = 📎 De quoi faire les titres, { $month } : une ligne par ligne de facture.
desk-nothing-to-correct = Rien à corriger : cette pièce est conforme à ce qui est connu, ou a déjà été remplacée.
desk-correct = ✏️ <b>Corriger { $number ->
    [none] le relevé
   *[some] la facture { $number }
} du foyer { $foyer }</b>
desk-gone = Avant :
desk-come = Après :
desk-correct-sums = <b>{ $before } → { $after }</b>
desk-correct-paid = ⚠️ { $sum } sont déjà payés sur cette facture : voyez avec le Trésor public.
desk-correct-how = { $numbered ->
    [yes] « Valider » fait un avoir et une nouvelle facture.
   *[no] « Valider » corrige la somme en attente ; rien n’est numéroté.
}
desk-why-correct = Pour quel motif ? Touchez-le, ou écrivez le vôtre.
correct-reason-1 = pointage corrigé
correct-reason-2 = réservation corrigée
correct-reason-3 = quotient ou tarif corrigé
desk-corrected = ✅ <b>C’est corrigé.</b>
desk-corrected-line = { $kind ->
    [avoir] • Avoir
   *[facture] • Nouvelle facture
}{ $number ->
    [none] {" "}sans numéro
   *[some] {" "}{ $number }
} : { $sum }

desk-type-reference = Écrivez la référence que le Trésor public a donnée à la facture { $number }.
desk-reference-shown = Facture { $number } : référence <b>{ $reference }</b>{ $before ->
    [none] .
   *[some] , à la place de { $before }.
}
desk-reference-kept = ✅ <b>Référence notée.</b>
desk-known-already = C’était déjà noté : rien n’a été changé.
desk-payment-shown = Facture { $number } : <b>{ $sum }</b> payés { $day }. { $whole ->
    [yes] Elle sera payée en entier.
   *[no] Il restera { $left } à payer.
}
desk-payment-how = Rien n’est encore noté : appuyez sur « Valider », ou écrivez autre chose, par exemple « 23,30 le 12/01 » ou « tout le 12/01 ».
desk-payment-kept = ✅ <b>Paiement noté.</b>
desk-paid-already = Cette facture est déjà payée en entier.
desk-take-back = ↩️ <b>Retirer le paiement de { $sum } du { $day }</b>, facture { $number }
desk-why-take-back = Pour quel motif ? Touchez-le, ou écrivez le vôtre.
take-back-reason-1 = saisi par erreur
take-back-reason-2 = rejeté par la banque
take-back-reason-3 = pour une autre facture
desk-taken-back = ✅ <b>Paiement retiré.</b>

file-payments = 📋 <b>Références et paiements : vérifiez avant de valider</b>
file-payments-would = { $references ->
    [0] Aucune référence nouvelle
    [one] Une référence nouvelle
   *[other] { $references } références nouvelles
}, { $payments ->
    [0] aucun paiement nouveau
    [one] un paiement nouveau
   *[other] { $payments } paiements nouveaux
}, { $known ->
    [0] aucune ligne déjà connue
    [one] une ligne déjà connue
   *[other] { $known } lignes déjà connues
}.
file-payments-nothing = Ce tableau n’apprend rien de nouveau : rien n’est à valider.
file-unmatched = ⚠️ { $count ->
    [one] Une ligne ne sera pas prise :
   *[other] { $count } lignes ne seront pas prises :
}
file-kept = ✅ <b>C’est enregistré.</b>
file-moved = ⚠️ Ce qui est connu a changé entre-temps : rien n’a été enregistré. Voici ce que « Valider » ferait maintenant.
file-tariffs = 📋 <b>Tarifs : vérifiez avant de valider</b>
file-tariff = { $mark } { $tariff }
file-tariffs-legend = + nouveau · ~ à la place de celui de la même date · = déjà connu
file-tariffs-nothing = Ces tarifs sont déjà ceux que je connais : rien ne change.

payment-unread = Je ne lis pas de paiement dans « { $value } ». Écrivez la somme et le jour, par exemple « 23,30 le 12/01 », ou « tout le 12/01 ».
future-payment = { $row ->
    [0] {""}
   *[other] Ligne { $row } :{" "}
}{ $day } n’est pas encore venu. Écrivez le jour où le Trésor public a été payé.
not-a-reference = « { $value } » ne ressemble pas à une référence : elle a des chiffres, et 60 signes au plus.
