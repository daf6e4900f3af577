# /factures and what families are told of money: whether to pay is always said first.

invoice-opening-wait = ⚠️ <b>Ne payez qu’à réception de l’avis du Trésor public.</b>
invoice-opening-nothing = ✅ <b>Rien à payer.</b>
invoice-opening-payee = ✅ <b>Payée</b> : { $paid } reçus, le dernier paiement le { $day }. Il ne reste rien à payer.
invoice-opening-avoir = ↩️ <b>Avoir</b> : il annule la facture { $former }, qu’il ne faut plus payer{ $instead ->
    [none] .
   *[some] {" "}; elle est remplacée par la facture { $instead }.
}{ $why ->
    [none] {""}
   *[some] {" "}Motif : { $why }.
}
invoice-opening-annulee = ↩️ <b>Annulée</b> par l’avoir { $credit } : ne la payez pas{ $instead ->
    [none] .
   *[some] {" "}; elle est remplacée par la facture { $instead }.
}{ $paid ->
    [none] {""}
   *[some] {" "}Vous en aviez payé { $paid } : voyez avec la mairie{ $contact ->
        [none] {""}
       *[some] {" "}({ $contact })
    } ce qu’il en advient.
}
invoice-opening-reportee = ⏭ <b>Rien à payer pour l’instant</b> : { $back ->
    [yes] cette somme est déduite
   *[no] cette somme est trop petite pour être réclamée seule et passe
} { $carrier ->
    [none] { $back ->
        [yes] de
       *[no] sur
    } votre prochaine facture.
   *[some] { $back ->
        [yes] de
       *[no] sur
    } la facture { $carrier }.
}{ $why ->
    [none] {""}
   *[some] {" "}Motif de la correction : { $why }.
}

invoice-heading = 🧾 <b>{ $kind ->
    [avoir] Avoir
   *[facture] { $number ->
        [none] Relevé
       *[some] Facture
    }
}{ $number ->
    [none] {""}
   *[some] {" "}{ $number }
}</b>, { $month }
    Émission : { $issued }
invoice-debtor = Au nom de { $name }
invoice-line = • { $line }{ $days ->
    [none] {""}
   *[some] {" "}– { $days }
}
invoice-child-total = <b>{ $child } : { $sum }</b>
invoice-child-sum = • { $child } : { $sum }
invoice-total = <b>Total : { $sum }</b>

invoice-partly = Déjà payé : { $paid }, le dernier paiement le { $day }. <b>Il reste { $due }.</b>
invoice-pay-later = 💶 L’avis du Trésor public arrive par courrier avec la référence ; vous paierez alors sur www.payfip.gouv.fr. Dès que la mairie connaît la référence, je vous la donne ici.
invoice-pay = 💶 <b>Pour payer</b>, sur www.payfip.gouv.fr :
    • identifiant collectivité : { $identifier ->
        [none] sur l’avis du Trésor public
       *[some] { $identifier }
    }
    • référence : { $reference }
    • montant : { $due }
invoice-copy-identifier = 📋 Identifiant { $value }
invoice-copy-reference = 📋 Référence { $value }
invoice-copy-amount = 📋 Montant { $value }
invoice-key-payfip = Ouvrir PayFiP
invoice-key-paper = 📄 En PDF
invoice-key-question = ❓ Je ne comprends pas une ligne
invoice-key-detail = 🧾 Voir le détail

invoices-title = 🧾 <b>Vos factures</b>
invoices-home = <b>{ $name ->
    [none] Foyer
   *[some] { $name }
}{ $children ->
    [none] {""}
   *[some] {" "}({ $children })
}</b>
invoices-touch = Touchez une facture pour la lire ligne par ligne.
invoices-none = Il n’y a pas encore de facture pour votre foyer dans Clochette. La mairie les émet une fois le mois fini ; je vous préviendrai.
invoices-unknown = Je ne trouve pas cette facture parmi les vôtres : voici celles que je connais.
invoices-newer = ‹ Plus récentes
invoices-older = Plus anciennes ›
invoices-back = ‹ Mes factures
invoice-item = • { $month } – { $kind ->
    [avoir] avoir
   *[facture] { $number ->
        [none] relevé
       *[some] facture
    }
}{ $number ->
    [none] {""}
   *[some] {" "}{ $number }
} : { $sum }, { $state }
invoice-key-open = { $month } · { $number ->
    [none] {""}
   *[some] { $number } ·{" "}
}{ $sum }
invoice-state-emise = émise
invoice-state-transmise = transmise au Trésor public
invoice-state-payee = payée le { $day }
invoice-state-avoir = en votre faveur
invoice-state-annulee = annulée
invoice-state-reportee = reportée
invoice-state-partly = il reste { $due } à payer

question-which = ❓ <b>Quelle ligne ?</b>
question-before = ‹ Avant
question-after = Après ›
question-back = ‹ La facture
question-words = ❓ <b>Cette ligne n’est pas claire ?</b>
    { $line }

    Écrivez maintenant, en un message de { $most } signes au plus, ce que vous voulez dire à la mairie, ou touchez « Envoyer sans rien ajouter ». Rien sur la santé, s’il vous plaît.
question-send = Envoyer sans rien ajouter
question-sent = ✅ Votre question est partie à la mairie{ $words ->
    [none] {""}
   *[some] , avec vos mots : « { $words } »
}. Elle vous répond par téléphone ou par courrier électronique{ $contact ->
    [none] .
   *[some] {" "}; vous pouvez aussi la joindre : { $contact }.
}
question-already = Votre question sur cette ligne est déjà partie, { $at } : la mairie l’a{ $contact ->
    [none] .
   *[some] , et vous pouvez la joindre : { $contact }.
}
question-edited = Votre question est déjà partie à la mairie, avec ses premiers mots. Pour y ajouter quelque chose, joignez-la{ $contact ->
    [none] .
   *[some] {" "}: { $contact }.
}
question-nobody = Personne à la mairie ne lit encore Clochette : rien n’est parti. Posez-lui votre question directement{ $contact ->
    [none] .
   *[some] {" "}: { $contact }.
}
question-dropped = Rien n’a été envoyé à la mairie.
question-too-long = C’est trop long ({ $length } signes, { $most } au plus) : rien n’est parti. Écrivez-le plus court, ou touchez « Envoyer sans rien ajouter ».
question-for-mairie = ❓ <b>Une ligne de facture n’est pas comprise</b>
    { $name }, foyer { $foyer }, { $number ->
        [none] relevé
       *[some] { $kind } { $number }
    } ({ $month }) :
question-in-words = « { $words } »
question-to-answer = À vous de répondre, par téléphone ou par courrier électronique{ $phone ->
    [none] .
   *[some] {" "}: { $phone }.
}

invoice-told = 🧾 { $number ->
    [none] Votre relevé de { $month }
   *[some] Votre facture de { $month }, { $number }
}{ $name ->
    [none] {""}
   *[some] , au nom de { $name }
} : <b>{ $sum }</b>
invoice-told-reference = La référence de votre facture { $number } de { $month } est connue. L’avis du Trésor public est chez vous ? Voici de quoi payer.
invoice-told-not-paid = ✏️ Correction : la mairie a retiré un paiement de la facture { $number } de { $month }, saisi par erreur ou rejeté. Il reste <b>{ $due }</b> à payer.
invoice-told-paid = ✅ La facture { $number } de { $month } est <b>payée</b> : { $paid } reçus, le dernier paiement le { $day }. Merci !
