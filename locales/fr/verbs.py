"""What people want, by verb: stems and their endings, and the verbs that bend otherwise."""

# Verbs in -er, by stem; "mang" also takes its e before a and o.
ENDINGS = "e er es ez ons ent é ée és ées a as ai era erai eras erons erez eront erait erais eraient"
IMPERFECT = "ais ait aient ant"
STEMS = {
    "book": "reserv inscriv command not coch enregistr valid programm",
    "cancel": "arret stopp cess resili annul annull supprim desinscriv decommand anul dereserv decoch effac",
    "eat": "mang mange dejeun",
    "swap": "remplac remplace chang change echang echange deplac deplace decal report invers permut modifi",
}
# Those that bear on what was said just before, where something was: stems, and words that bend otherwise.
HANGING = {
    "book": ("ajout rajout", "remettre remets remet remettez remettra reprendre reprends reprend"),
    "cancel": ("enlev retir", ""),
}
IRREGULAR = {
    "book": (
        "inscrire inscris inscrit inscrite inscrits inscrites mettre mets met mettez mettons mettra "
        "mettrez prendre prends prend prenez prendra prendront "
        "prevoir prevois prevoyez reinscrire reinscris ira iront viendra viendront reviendra reviendront "
        "placer placez compter comptez "
        "retablir retablissez retablis"
    ),
    "cancel": (
        "annul desinscrire desinscris desinscrit desinscrite desinscription annulation suppression suspendre suspend "
        "suspendez resiliation"
    ),
    "swap": "passer passez",
}
