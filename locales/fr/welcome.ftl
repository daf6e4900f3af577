# Signing in.

stranger = Bonjour, je suis Clochette, pour la cantine et la garderie de { $commune }. Pour vous servir de moi, il faut un code : demandez-le à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
is-it-you-guardian = Bonjour { $name }. Ce code est celui du foyer de { $children }. C’est bien vous ?
is-it-you-staff = Bonjour { $name }. Ce code est celui de { $role ->
    [agent] l’agent communal
   *[mairie] la mairie
}. C’est bien vous ?
privacy = 🔒 Je garde vos réservations pour la commune de { $commune }, rien d’autre de nos échanges au-delà de 90 jours. Aucune information de santé ne passe par ici.
welcome-guardian = 🔔 Bienvenue ! Écrivez-moi comme à une personne, par exemple « réserver cantine jeudi » ou « annule vendredi pour { $child } ».
welcome-staff = 🔔 Bienvenue. Écrivez /aide pour voir ce que je sais faire pour vous.
code-dead = Votre code vient de servir et ne marche plus : désormais, votre compte Telegram est la clé.
not-you = D’accord, je n’ai rien fait. Si ce code n’est pas le vôtre, rendez-le à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
code-refused = Ce code ne marche pas (ou plus). Vérifiez-le, lettre par lettre ; sinon demandez-en un autre à la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
locked-out = Trop de codes essayés. Attendez une heure avant de recommencer, ou appelez la mairie{ $contact ->
    [none] {""}
   *[some] {" "}({ $contact })
}.
hello-again = Rebonjour { $name } ! Écrivez-moi votre demande, par exemple « réserver cantine jeudi », ou /aide.
alarm-codes = ⚠️ Beaucoup de codes faux sont essayés en ce moment (50 en une heure). Aucun compte n’a été ouvert par là.
