# Booking and cancelling: what was done, what would be, what cannot be.

booked = ✅ <b>{ $services } { $count ->
    [one] réservée
   *[other] réservées
}</b> pour { $children } :
cancelled = ✅ <b>{ $services } { $count ->
    [one] annulée
   *[other] annulées
}</b> pour { $children } :
absent-again = ⚠️ <b>Absence signalée</b> pour { $children } ({ $services }, toujours commandée) :
to-book = ➕ À réserver : <b>{ $services }</b> pour { $children }
to-cancel = ➖ À annuler : <b>{ $services }</b> pour { $children }
already-booked = ☑️ Déjà { $count ->
    [one] réservée
   *[other] réservées
}, rien à changer : { $services } pour { $children }
already-cancelled = ☑️ Rien n’était réservé : { $services } pour { $children }

day = • { $day }
day-with-cutoff = • { $day } (modifiable jusqu’au { $deadline })
days = • { $days }
days-between = • { $count } jours, du { $first } au { $last }
total-days = { $count } jours.
total-days-with-cutoff = { $count } jours. Chacun reste modifiable jusqu’à sa limite ; la première : { $deadline }.

refused = ❌ <b>Pas possible</b> :
refusal = • { $reason }
refusal-and-stays = • { $reason } { $stays }
stays-booked = { $services } pour { $children } : { $count ->
    [one] reste réservée et sera facturée.
   *[other] restent réservées et seront facturées.
}
stays-free = { $services } pour { $children } : rien n’est réservé ce jour-là.
call-mairie = En cas d’urgence, appelez la mairie : { $telephone }.

too-late-to-cancel = ⚠️ { $reason }
absence-told = { $services } pour { $children } : { $count ->
    [one] toujours commandée et facturée
   *[other] toujours commandées et facturées
} ce jour-là. J’ai signalé l’absence à la mairie.
order-left-asked = 📨 Votre demande est arrivée à temps mais la commande était déjà partie : la mairie a été prévenue et vous répondra ici.

recap = 📋 <b>Vérifiez avant de valider</b>
recap-not-yet = Rien n’est encore enregistré : appuyez sur « Valider ».
all-or-nothing = 🔁 Je ne peux pas faire ce remplacement en entier, je n’ai donc rien changé. Voici ce qui serait fait si vous validez quand même :
all-or-nothing-not-yet = { recap-not-yet }
left-aside = ⏸ Vous l’aviez { $count ->
    [one] annulée, je la laisse annulée
   *[other] annulées, je les laisse annulées
} : { $services } pour { $children }
button-add-aside = Remettre aussi les jours annulés

nothing-changed = 🔁 Je n’ai rien changé : ce remplacement n’est pas possible.
undone = ↩️ <b>Action annulée</b> (reçu { $number })
undone-already = ↩️ Cette action (reçu { $number }) a déjà été annulée.
undo-nothing = ↩️ Il n’y a rien à remettre : cela a changé depuis.
edited = ✏️ Message modifié : j’ai d’abord annulé ce que j’avais fait pour l’ancien, puis lu le nouveau.

no-days = 🤔 Aucun jour d’école { $span }.
span-one = ce jour-là
span = du { $first } au { $last }
nothing-booked = Rien n’est réservé pour { $children } { $when } : il n’y a rien à annuler.
when-day = le { $first }
when-span = du { $first } au { $last }

other-guardian = 👪 { $who } vient de faire ce changement :

deadline-line = • { $day } : jusqu’au { $deadline }
deadline-title = ⏰ Jusqu’à quand réserver ou annuler la cantine :
deadline-garderie = La garderie n’a pas besoin d’être réservée ; vous pouvez l’annoncer jusqu’à son début.

from-to = du { $first } au { $last }
choice-book = { $services ->
    [none] réserver
   *[some] { $services }
} { $when }{ $who ->
    [none] {""}
   *[some] {" "}({ $who })
}
choice-cancel = annuler{ $services ->
    [none] {""}
   *[some] {" "}{ $services }
} { $when }{ $who ->
    [none] {""}
   *[some] {" "}({ $who })
}
choice-other = voir { $when ->
    [none] ce qui est réservé
   *[some] { $when }
}{ $who ->
    [none] {""}
   *[some] {" "}({ $who })
}

day-closed = ⚠️ { $day } : fermé par la mairie ({ $reason }). Ce qui était réservé pour { $children } ce jour-là est annulé et ne sera pas facturé.
absence-to-mairie = 🤒 { $name } signale une absence après la limite, reçu { $number } :
absence-line = • { $children }, { $services } : { $days }
