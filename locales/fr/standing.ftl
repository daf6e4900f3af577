# What stands of what was just done, and what is said when it is thought better of.

the-service = la { $service }
the-both-sessions = la { both-sessions }
stands-on = de { $days }
stands-between = ({ $count } jours, du { $first } au { $last })
stands-reservee = { $services } { $when } { $still ->
    [yes] { $count ->
        [one] reste réservée
       *[other] restent réservées
    }
   *[no] { $count ->
        [one] est réservée
       *[other] sont réservées
    }
} pour { $children }.
stands-annulee = { $services } { $when } { $still ->
    [yes] { $count ->
        [one] reste annulée
       *[other] restent annulées
    }
   *[no] { $count ->
        [one] est annulée
       *[other] sont annulées
    }
} pour { $children }.
stands-absence = { $services } { $when } { $count ->
    [one] est toujours commandée
   *[other] sont toujours commandées
} pour { $children }, l’absence est signalée à la mairie.

button-keep = Non, garder
button-leave-so = Non, laisser ainsi
choice-undo-cancel = oui, la remettre
choice-undo-several = oui, revenir en arrière

thanks-back = 🙂 Avec plaisir !
agreed-stands = 👍 { $stands }
nothing-waits = 🙂 Rien n’attend votre réponse : dites-moi par exemple « réserver cantine jeudi ».
nothing-changed-yet = 🙂 Je n’ai rien enregistré de nouveau : dites-moi par exemple « réserver cantine jeudi ».
no-booking-changed = 🙂 Soyez tranquille : aucune réservation n’a été changée.
not-yet-waits = 🙂 Pas encore : ceci attend votre réponse.
yes-or-no = 🤔 Est-ce un oui ? Répondez par « oui » ou par « non » :
kept-waits = 🙂 Je n’annule rien. Ceci attend votre réponse :
yours-to-choose = 🙂 C’est à vous de choisir :
not-among = 🙂 « { $words } » n’y est pas, ou déjà plus. Ceci attend votre réponse :
waited-behind = ⏳ Ceci attendait votre réponse. Est-ce bien cela que vous voulez ?
nothing-to-undo = 🙂 Soyez tranquille : rien n’a été changé.
abandoned-stands = Abandonné. { $stands }
not-understood-stands = 🤔 Je n’ai pas compris. { $stands }
stands-alone = 🙂 { $stands }
not-understood-waits = 🤔 Je n’ai pas compris. Ceci attend votre réponse :
thanks-waits = 🙂 Avec plaisir ! Ceci attend encore votre réponse :
old-screen = ⏳ Cela date d’il y a plus d’une demi-heure. Est-ce toujours ce que vous voulez ?
calendar-stays = 🤔 Je n’ai pas compris. Votre calendrier reste ouvert : ce que vous y avez coché n’est pas encore enregistré.
standing-asked = { $stands } { $label ->
    [undo] L’annuler ?
    [undo-cancel] La remettre ?
   *[undo-several] Revenir à ce qui était avant ?
}
