# What is printed: invoices and credit notes, tax certificates. Plain text, without tags.

paper-goes-on = { $title } (suite)
paper-page = { $title } – page { $page } sur { $count }

paper-opening-wait = Ne payez qu’à réception de l’avis du Trésor public
paper-opening-nothing = Rien à payer
paper-opening-payee = Payée : il ne reste rien à payer (dernier paiement : { $day })
paper-opening-avoir = Avoir : rien à payer
paper-opening-annulee = Annulée par l’avoir { $credit } : ne la payez pas
paper-opening-reportee = Rien à payer pour l’instant : la somme { $back ->
    [yes] est déduite
   *[no] passe
} { $carrier ->
    [none] { $back ->
        [yes] de
       *[no] sur
    } la prochaine facture
   *[some] { $back ->
        [yes] de
       *[no] sur
    } la facture { $carrier }
}

paper-title = { $is_credit ->
    [yes] Avoir
   *[no] { $number ->
        [none] Relevé
       *[some] Facture
    }
}{ $number ->
    [none] {""}
   *[some] {" "}{ $number }
}
paper-subtitle = Récapitulatif de { $month }, émis le { $issued }. Ce n’est pas un avis de sommes à payer.
paper-taken-back = { $former ->
    [none] Cette facture est annulée par l’avoir { $credit }
   *[some] Cet avoir annule la facture { $former }
}{ $instead ->
    [none] .
   *[some] {"\u00A0"}; elle est remplacée par la facture { $instead }.
}
paper-why = Motif : { $why }
paper-count = nombre
paper-unit = prix
paper-sum = somme
paper-carried = Sommes reportées
paper-child-total = Total pour { $child }
paper-total = Total
paper-paid = Déjà payé
paper-due = Reste à payer
paper-days = { $count ->
    [one] le { $days }
   *[other] les { $days }
}
line-day = { $number ->
    [1] 1er
   *[other] { $number }
}{ $count ->
    [1] {""}
   *[other] {" "}(×{ $count })
}

paper-line-repas = { $service } : repas{ $why }
paper-line-absence = { $service } : absence signalée après la limite{ $why }
paper-line-sans-reservation = { $service } : repas pris sans réservation{ $why }
paper-line-supplement = { $service } : supplément pour repas non réservé
paper-line-seance = { $service } : séance{ $why }
paper-line-demi-heures = { $service } : demi-heure commencée{ $why }
paper-line-plafond = { $service } : séance au prix maximal
paper-line-retard = { $service } : { $minutes ->
    [none] retard
    [15] quart d’heure de retard commencé
   *[other] { $minutes } minutes de retard commencées
}
paper-line-report = Report de { $month }

paper-pay-title = Pour payer
paper-pay = Attendez l’avis du Trésor public (« avis des sommes à payer »), qui vient par courrier avec sa référence.
paper-pay-later = Avec lui, vous payez en ligne sur www.payfip.gouv.fr (PayFiP Titres) ou comme il l’indique.{ $identifier ->
    [none] {""}
   *[some] {" "}Identifiant de la collectivité : { $identifier }.
}
paper-pay-with = Avec lui, vous payez en ligne sur www.payfip.gouv.fr (PayFiP Titres) ou comme il l’indique :
    Identifiant de la collectivité : { $identifier ->
        [none] sur l’avis
       *[some] { $identifier }
    }
    Référence : { $reference }
    Montant : { $due }
paper-contest-title = Une erreur ?
paper-contest = Dites-le à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
} avant la fin du { $until }, ou à Clochette, dans Telegram : /factures.
paper-contest-law = L’avis du Trésor public lui-même peut être contesté dans les deux mois qui suivent sa réception, devant le tribunal qu’il indique (code général des collectivités territoriales, article L. 1617-5).

paper-invoice-caption = { $opening ->
    [wait] ⚠️ <b>Ne payez qu’à réception de l’avis du Trésor public.</b>{"\u000A"}
   *[other] {""}
}🧾 { $title }, { $month } : <b>{ $sum }</b>
