"""The words that tell a subject, a line a way to say it; the first line that fits decides.

In a line, every word is looked for, anywhere: `a|b` either, `-a` not that one, `a*` all that begins so, `a_b` side by
side, `a>b` the one a few words after the other in the same breath; without accents, apostrophes and hyphens as blanks.

A line is passed over where something is to be booked: `!` not where it is only said who eats or is away; `!!` nor where
a service stands beside a day ("le repas de lundi était froid"); `!!!` not even where there is a verb to book or cancel.
"""

from locales.topics import Topic

_CHILD_THINGS = (
    "manteau*|veste*|blouson*|bonnet*|echarpe*|gant|gants|doudou*|cahier*|cartable*|sac|sacs|gourde*|lunettes|pull"
    "|pulls|gilet*|trousse*|casquette*|chaussure*|basket*|jouet*|parapluie*|boite|livre*|affaires|vetement*"
)
_TEACHER = "maitresse*|maitre|maitres|instit*|enseignant*|prof|profs|professeur*|atsem|directeur*|directrice*"
_MEAL = (
    "repas|cantine|menu|menus|plat|plats|dessert*|manger|mange|mangent|bouffe|nourriture|assiette*|cuisine*|traiteur"
)
_FOOD = "porc|viande|viandes|poisson|poissons|boeuf|cochon|jambon|veau|agneau"
_ALLERGEN = "gluten|lactose|arachide*|cacahuete*|oeuf|oeufs|noix|noisette*|lait|laitage*|soja|sesame|fruits_a_coque"
_MEANS = "cheque*|especes|liquide|prelevement*|virement*|carte|cartes|cb|cesu|payfip"
_DOCTORS = "dentiste|medecin|docteur|pediatre|orthophoniste|orthodontiste|ophtalmo*|psy*|kine|specialiste|hopital"
_KIN = (
    "mamie|papi|papy|grand_mere|grand_pere|grands_parents|nounou|voisin*|tante|tata|oncle|tonton|beau_pere|belle_mere"
    "|papa|maman|pere|mere|frere|soeur|cousin*|ami|amie|baby_sitter|assistante_maternelle|quelqu_un"
)
_FETCH = "chercher|cherche|cherchera|recuperer|recupere|recuperera|reprendre|prendre"
_PARENT = "mari|femme|conjoint*|compagn*|papa|maman|pere|mere|epou*|ex|parent|parents|responsable"
_LOST = (
    "perdu*|perds|oubli*|retrouve*|marche*|fonctionne*|recu|expir*|bloqu*|impossible|arrive*|nouveau"
    "|comment|ou_est|ou_trouver|quel"
)

TABLE: tuple[tuple[Topic, str], ...] = (
    (
        Topic.EMERGENCY,
        """
        !!! samu|pompier|pompiers|ambulance|au_secours|a_l_aide
        !!! urgence|urgent|urgences -cantine|garderie|repas|reserv*|annul*|lundi|mardi|jeudi|vendredi|demain
        !!! etouff*|inconscient*|evanoui*|convuls*|hemorragie|anaphyla*|choc_allergique|empoisonn*
        !!! crise_d_allergie|crise_d_asthme|crise_d_epilepsie|crise_allergique
        !!! respire>pas|mal|plus
        !!! ne_respire|a_respirer|saigne|saignement*|saignait
        !!! urgence|urgences medical*|vital*|grave|sante
        !!! accident*|blesse|blessee|brulee|brule grave|ecole|cantine|cour|gravement|tete -repas|plat
        !!! s_est_blesse|s_est_blessee|est_tombe|est_tombee
        """,
    ),
    (
        Topic.HARM,
        """
        !!! frappe|frappee|tape|tapee|battu|battue|gifle|giflee|agresse|agressee|mordu|mordue|maltrait*|harcel*
            |violence*|violent*|attouchement*|abus|menace|menacee|humilie|humiliee|moque|moquee|racket*
        !!! a_peur_d_aller|peur_de_la_cantine|peur_de_la_garderie|peur_d_un|peur_du_maitre|peur_de_la_maitresse
        """,
    ),
    (
        Topic.LATE,
        """
        ! retard ce_soir|chercher|recuperer|arriv*|suis|serai|minutes|min|bouchon*|embouteillage*|train -payer|facture*
        ! j_arrive|je_serai_la|serai_la|je_viendrai|je_passe|je_passerai|coince|coincee|bloque|bloquee
            dans|vers|apres|bouchon*|embouteillage*|train|route|minutes|min|h|18h|19h|17h
            -reserv*|annul*|inscri*|plus|application|appli
        """,
    ),
    (
        Topic.ACCOUNT,
        """
        !!! supprim*|effac*|ferm*|clotur*|desinscri*|resili*|desactiv*|annul*|retir*|oubli*|detrui* mon_compte
            |mes_donnees
            |nos_donnees|mon_profil|notre_compte|nos_comptes|ce_compte|le_compte|mes_informations|mon_historique
            -cantine|garderie|repas
        !!! rgpd|cnil|dpo|vie_privee|confidential*|donnees_personnelles|donnees_perso|droit_a_l_oubli|droit_d_acces
        !! mes_donnees|nos_donnees|donnees_vous
        !! conserv*|garde*|gardez donnees|messages|informations
        !! supprim*|effac* informations|donnees|sur_moi|sur_nous|me_concernant
        !! desinscri*|desabonn*|quitter|quitte clochette|bot|telegram|votre_service|ce_service
        !!! suppression|effacement|fermeture mon_compte|mes_donnees|de_compte|du_compte|mes_informations
        """,
    ),
    (
        Topic.REMINDERS,
        """
        !!! stop_rappel|stop_rappels|stop_les_rappels|stop_aux_rappels|stop_notif*|plus_de_rappel|plus_de_rappels
            |pas_de_rappel
            |pas_de_rappels|les_rappels|vos_rappels|mes_rappels|des_rappels|plus_de_notif*|pas_de_notif*|les_notif*
            |vos_notif*
            |mes_notif*|des_notif*|d_etre_rappele* stop*|arret*|plus|pas|desactiv*|supprim*|coup*|suspend*|enlev*
            |retir*|trop
            |chang*|modifi*|regl*|heure|marre|recevoir|comment|quand|recois|veux|voudrais|envoy*|annul*
        !!! rappelez_moi_de|rappelle_moi_de|rappelez_moi_d|rappelle_moi_d|me_rappeler_de|me_rappeler_d|me_rappelez
            |me_rappelle_de
        !! rappels|rappel|notification*|notif|notifs|alerte* stop|arret*|desactiv*|coup*|trop|marre|regl*|recevoir
            |activ*
        !! rappel|rappels|messages derang*|enerv*|saoul*|soulent|embet*|agac*
        !! prevenu*|averti*|alerte* la_veille|a_l_avance|a_temps|par_message|avant_la_limite
        """,
    ),
    (
        Topic.SECOND_PARENT,
        f"""
        !! deuxieme|second|autre|2eme|2e|deux parent|responsable|telephone|portable|compte|acces -chercher|mange*
        !! {_PARENT} acces|connecter|connecte|compte|utiliser|utilise|code|bot|appli|telegram|clochette|se_servir
            |rejoindre
        !! ajout*|rajout*|inscri*|invit* mari|femme|conjoint*|compagn*|le_papa|la_maman|leur_pere|leur_mere|le_pere
            |la_mere
            |mon_ex|l_autre_parent|son_pere|sa_mere
        !! {_PARENT} aussi|egalement|pouvoir|pourrait|aimerait|voudrait|souhaite reserver|annuler|recevoir
            |voir -jour|mange*
        !! a_deux|etre_deux|deux_parents|les_deux_parents utiliser|bot|reserver|compte|clochette|connect*
        """,
    ),
    (
        Topic.ACCESS,
        f"""
        !! code|codes|mot_de_passe|mdp|identifiant|identifiants|login|acces {_LOST} -chercher|postal
        !! connecter|connexion|reconnecter|connecte|connection
        !! chang*|nouveau|perdu telephone|portable|tel|iphone|smartphone -numero|adresse
        !! code|mot_de_passe|mdp souvien*|rappelle_plus|refuse*|rejete*|incorrect*|invalide|faux
        !! plus|pas|comment acces|acceder compte|clochette|bot|application|espace
        !! code renvo*|envo*|redonne*|redemand*|nouveau
        !! rentrer|entrer|acceder application|appli|compte|bot arrive*|plus|pas|peux
        """,
    ),
    (
        Topic.FETCHING,
        f"""
        !! qui_peut|qui_vient|qui_a_le_droit|qui_doit|qui_va|qui_viendra|qui_est_autorise {_FETCH} -c_est
        ! autoris*|habilit*|droit|permission|procuration|liste {_FETCH}|personne|personnes|sortir
        ! {_KIN} vient|viendra|va|peut|pourra|ira|passera|viennent {_FETCH}
        ! {_KIN} {_FETCH} ?
        ! personne|quelqu_un|un_autre|une_autre peut|pourra|pourrait|a_le_droit {_FETCH}
        """,
    ),
    (
        Topic.WHOM_TO_TELL,
        """
        !! qui|ou|comment|faut_il|dois_je prevenir|avertir|signaler|declarer|appeler|contacter absen*|malade*|retard
        """,
    ),
    (
        Topic.BILL,
        """
        !! factur* pourquoi|erreur*|alors_qu*|contest*|double|deux_fois|trompe*|faux|fausse|conteste|reclam*|anormal*
            |bizarre
        !! factur* etait|etaient absent*|malade*|pas|la
        !! pourquoi paye|payer|paie|paye* absen*|annul*|pas
        !! pourquoi|erreur compte|comptes|compte_un repas|absen*|malade* -mon_compte
        """,
    ),
    (
        Topic.PAYMENT,
        f"""
        ! payer|paiement|regler|reglement|payfip {_MEANS}|en_ligne|internet|comment|tresor*|mensuel*|ou_est_ce
            |ou_puis_je|ou_payer
        ! payer|paiement|regler|payfip|facture* arrive*|impossible|bug*|echou*|refus*|bloqu*|marche*|fonctionne*|erreur
        ! difficult*|echeanc*|etal*|plusieurs_fois|delai*|retard payer|paiement|facture*|financier*|argent|regler
        ! aide_financiere|aides_financieres|ccas|surendett*|fins_de_mois|pas_les_moyens|plus_les_moyens
            |assistante_sociale
        ! carte|prelevement|virement|cheque refus*|bloqu*|passe_pas|rejet*
        ! peux|peut|pouvons|arrive pas|plus payer|regler
        ! rib|iban
        ! regle|reglent|paye|paie|paient comment|ou_est_ce|galere*|facture|internet
        ! galere*|dur|complique* payer|regler|paiement
        """,
    ),
    (
        Topic.PRICES,
        """
        !! prix|tarif|tarifs|tarification|tarifaire*|quotient|qf -attestation
        !! combien cout*|vaut|coutent|facturez|ca_fait|c_est|revient|repas|par_repas
            -rentree|dois|doit|devons|reste|payer|facture|factures|reserv*|jours|fois
        !! combien paye|paie|payer|payons|payez cantine|repas|garderie|periscolaire|midi|soir|seance -dois|doit|mois
            |reste
        !! cout|couts|coute|coutent|coutera -dois
        !! gratuit*|payant* cantine|repas|garderie|periscolaire|enfant*|absen*|c_est|est_ce
        !! rembours*|penalit*|majoration*
        !! si_j|si_je|si_on facture*|paye|paie
        """,
    ),
    (
        Topic.ALLERGY,
        f"""
        ! allergi*|alergi*|pai|p_a_i|intoleran*|coeliaque|celiaque|epipen|asthm*|diabet*|epilep* -menu
        ! allergene*|sans {_ALLERGEN} -menu
        ! mange|mangent|manger|droit|supporte* {_ALLERGEN} pas|jamais|plus|aucun -menu
        """,
    ),
    (
        Topic.DIET,
        f"""
        ! sans|pas_de|pas_du|jamais_de|plus_de|ni_de|aucune|pas_d|pas_le|pas_la {_FOOD} -menu
        ! vegetarien*|vegan*|vegetalien*|halal|hallal|casher|kasher|cacher -menu
        ! regime|regimes|repas_de_substitution|repas_special|menu_special|religieu*|ramadan|careme
        ! apport*|amen*|fourni*|prepar* son_repas|leur_repas|repas_maison|panier|panier_repas|gamelle|pique_nique_maison
        ! panier_repas|paniers_repas|lunch_box|gamelle
        ! menu|menus|repas sans_porc|sans_viande|sans_poisson|halal|vegetarien* possible|avoir|demander|proposez
            |faites|comment
        """,
    ),
    (
        Topic.MOVING,
        """
        !!! demenag*|demenagement
        ! quitt*|partir|part|partons|partent l_ecole|ecole|commune|village|etablissement -heure
        ! chang*|nouvelle|nouveau|nouvel|autre|modifi* ecole|adresse|numero|coordonnees|mail|email|telephone|nom
            |etablissement
            -mairie
        ! radi*|radiation|desinscri* ecole
        ! ajout*|rajout*|inscri*|declar* un_enfant|un_autre_enfant|nouvel_enfant|mon_bebe|deuxieme_enfant|petit_frere
            |petite_soeur -lundi|mardi|jeudi|vendredi|demain|cantine|garderie
        ! mon_numero|mon_adresse|nos_coordonnees|mes_coordonnees a_change|chang*|nouveau|modifi*|mettre_a_jour
        ! sera|seront|ira|iront plus l_ecole|ecole -lundi|mardi|jeudi|vendredi|demain
        """,
    ),
    (
        Topic.TEACHER,
        f"""
        ! {_TEACHER}>absent*|malade*|souffrant*|arret|remplac*|formation|pas_la|en_stage -mange*|garde|garderai|avec_moi
            |a_la_maison
        ! pas_de|plus_de|absence_de_la|absence_du|remplacant* {_TEACHER}|remplacant* -mange*
        ! {_TEACHER}>remplacee|remplace|remplaces -mange*
        """,
    ),
    (
        Topic.STRIKE,
        """
        ! greve|greves|greviste*|service_minimum|mouvement_social|debrayage
        ! ecole>ferme|fermee|fermera ?|neige|verglas|tempete|inondation|canicule|pourquoi|exceptionnel*
        """,
    ),
    (
        Topic.TRIP,
        """
        ! sortie_scolaire|sorties_scolaires|sortie_de_classe|sortie_avec|voyage|voyages|excursion*|classe_verte
            |classe_de_mer
            |classe_de_neige|classe_decouverte|classes_vertes|kermesse
        ! sortie|pique_nique|piquenique|musee|parc|zoo|ferme_pedagogique ecole|classe|maitresse|instit*|scolaire
            |prevu*|organis*
            |une_sortie|un_pique_nique|au_musee|au_zoo -porte
        ! en_sortie|de_sortie|part_en_voyage
        """,
    ),
    (
        Topic.LOST_ITEM,
        f"""
        !! perd|perdu|perdue|perdus|perdues|oublie|oubliee|oublies|egare|egaree|trouve|trouvee|retrouve|laisse
            |laissee|vu
            |disparu|cherche|vole|volee|a_plus|vue {_CHILD_THINGS} -code
        !! objets_trouves|objet_trouve|objets_perdus|objet_perdu
        !! {_CHILD_THINGS} reste|restee|restes a_la_cantine|a_la_garderie|a_l_ecole
        """,
    ),
    (
        Topic.COMPLAINT,
        f"""
        !! froid*|mauvais*|degueu*|degout*|infect*|immangeable*|pas_bon|pas_bons|pas_bonne|pas_top|cru|crue|brule*
            |avari*|perim*
            |insuffisant*|degoute*|nul|nulle|pas_terrible|deg|trop_sale|trop_cuit* {_MEAL}|midi -malade
        !! faim {_MEAL}|sort*|rentr*|revien*
        !! quantite*|portion*|pas_assez {_MEAL}|enfant*|servi*
        !! cheveu|cheveux|insecte*|ver|intoxi* {_MEAL}
        !! mange|mangent>rien|pas_beaucoup|presque_rien|peu|mal a_la_cantine|cantine|repas
        ! mange_pas_beaucoup|mange_peu|mangent_pas_beaucoup
        !! plainte*|plaindre|reclamation*|mecontent*|scandal*|inadmissible*|honteu*|decu*|decevant* -facture*
        !! dit|disent|trouve|trouvent pas_bon|pas_bonne|degueu*|mauvais*|pas_assez
        !! pas_frais|pas_fraiche|trop_sale|trop_gras|trop_sec
        ! plus_de|pas_de|pas_eu|manqu* dessert|pain|fromage|eau|entree -sans
        !! plaint|plaignent|plaignait|rale|ralent nourriture|repas|cantine|manger|plats
        """,
    ),
    (
        Topic.PRAISE,
        f"""
        !! bravo|delicieu*|excellent*|regal*|succulent*|felicit*|ador*|savoureu*|tres_bon|tres_bons|trop_bon|tres_bonne
            {_MEAL}|midi|cuisinier*|equipe
        !! etait|etaient super|bon|bons|bonne|top|genial*|parfait*|extra|chouette {_MEAL} -pas
        ! est|sont super|bon|bons|top|genial*|parfait*|extra|chouette repas|menu|menus|plats|cantine -pas|c_est|plus
        !! regale|regales|se_regale*|bons_repas|bon_repas
        ! aime|aiment|aimait cantine|repas|menu beaucoup|bien|bcp|vraiment|trop|tellement -pas|plus
        ! adore|adorent|regal* lasagne*|frites|pates|poulet|pizza|dessert|gateau|plat|couscous|soupe
        """,
    ),
    (
        Topic.ILLNESS,
        """
        ! certificat|certificats|justificatif*|ordonnance* -attestation|assurance
        ! poux|pou|contagi*|eviction|impetigo|conjonctivite|scarlatine|covid
        ! medicament*|doliprane|ventoline|sirop|antibiotique*|efferalgan|traitement
        ! etait|etaient|a_ete malade*|souffrant*|absent* hier|derniere|dernier|avant_hier|passe|passee|ce_jour_la
        ! je_suis|suis|moi malade*|souffrant* -mange*|mangent
        ! malade*|fievre que_faire|comment_faire|fais_quoi|faut_il|dois_je|on_fait_quoi|procedure|demarche
        ! varicelle|gastro|angine|grippe combien|peut|revenir|retour|faut_il|quand
        ! mal_au|mal_a_la|mal_aux|a_vomi|nausee* ventre|tete|gorge|dents|oreille*|dos|genou|pied|vomi|nausee*
            -vient|viendra|mange|mangera|absent*|pas_la
        """,
    ),
    (
        Topic.HUMAN,
        """
        !! parler|joindre|contacter|appeler|discuter|voir|rencontrer|telephoner|ecrire|avoir quelqu_un|humain*|mairie
            |secretair*
            |secretariat|responsable|conseiller*|vraie_personne|une_personne|maire|elu|adjoint*|telephone
            -absen*|chercher|malade*|robot|adulte
        ! numero|numeros|telephone|mail|email|adresse|coordonnees|contact|contacts|joignable|ou_est|ou_se_trouve
            mairie|secretariat|ecole|cantine|responsable|garderie|periscolaire|accueil|joindre|quel|donnez*
            -chang*|nouveau|mon_numero|mon_mail|mon_adresse|ma_fille|mon_fils
        !! horaire*|heure|heures|ouvert*|ouvre|ferme*|permanence mairie|secretariat
        !! appelez_moi|appelle_moi|rappelez_moi|rappelle_moi|me_rappeler|me_recontacter -de|d|cantine|garderie
        !! passez|passer|passe_moi|passez_moi responsable|mairie|quelqu_un|collegue|secretaire -chercher
        !! numero|telephone appeler|joindre|contacter|telephoner -chang*|nouveau|absen*|malade*
        """,
    ),
    (
        Topic.NEEDLESS,
        """
        !!! faut_il|obligatoire|doit_on|dois_je|obligee|oblige|necessaire|est_on reserv*|inscri*|prevenir garderie
            |periscolaire
            |peri -lundi|mardi|jeudi|vendredi|demain
        !! sans_reservation|sans_reserver|sans_inscription garderie|periscolaire
        """,
    ),
    (
        Topic.HOURS,
        """
        ! horaire|horaires|heures_d_ouverture|heure_d_ouverture|heures_de_fermeture|heure_de_fermeture -reserv*
            |annul*|inscri*
        ! quelle_heure|quelles_heures|quel_heure|quand|quel_horaire|heures garderie|periscolaire|peri|perisco|accueil
            ouvr*|ouvert*|ferm*|commenc*|fini*|termin*|debut*|sort*|c_est|est -reserv*|annul*|inscri*|vacance*|limite
        ! quelle_heure|quelles_heures|quel_heure ouvr*|ouvert*|ferm*|commenc*|fini*|termin*|debut*|sort*|recuper*
            |depos*|amen*|mange|mangent|manger|chercher|cantine|garderie|service|dejeun*|repas|accueil
            -reserv*|annul*|inscri*|limite|command*
        ! dure|duree|durent cantine|garderie|repas|pause|midi
        """,
    ),
    (
        Topic.PUBLIC_HOLIDAYS,
        """
        ! ferie|feries|feriee|jour_ferie
        ! fait|faites|faisons|font|y_a_t_il|quand|est_ce le_pont|un_pont|pont|ponts
        ! pont|ponts|ascension|armistice|pentecote|toussaint|paques quel|quelle|quand|date|dates|tombe -vacance*
        ! pont|ascension ecole|travaille* ?
        ! pentecote|paques|ascension|armistice|toussaint ouvert*|ferme*|ecole ?
        """,
    ),
    (
        Topic.HOLIDAYS,
        """
        ! vacances|vacance|vac|vacs|conges quand|date|dates|quel|quelle|quels|quelles|commenc*|debut*|finiss*|termin*
            |ouvert*
            |ouverte*|ferme*|combien_de_temps|zone -reserv*|menu*|mange*|annul*
        ! rentree|reprise quand|date|dates|quel|quelle|c_est|combien -reserv*|annul*|menu*|reunion*
        ! quand|quel_jour|quelle_date|date reprend*|reprennent|recommence*|retour ecole|classe|cours
        ! calendrier_scolaire|vacances_scolaires|dates_des_vacances|zone_scolaire|quelle_zone
        ! quand|quel_jour|quelle_date|date fin_de_l_annee|dernier_jour|fin_des_cours|fin_de_l_ecole
        ! vacances noel|hiver|fevrier|printemps|paques|toussaint|ete|octobre ? -reserv*|menu*|mange*|annul*|cantine
            |garderie
        ! calendrier|planning|liste des_vacances|vacances_scolaires -reserv*
        """,
    ),
    (
        Topic.INSULT,
        """
        connard*|connass*|conne|con|cons|pute|putain|merde|merdique|encul*|salop*|abruti*|debile*|idiot*|fdp|tg
            |batard*|imbecile*
            |stupide*|bouffon*|cretin*|ta_gueule|va_te|t_es_nul*|tes_nul*|vous_etes_nul*|tu_es_nul*|bot_nul
            |boloss
            |incapable*|nul_a_chier|va_chier
        sert_a_rien|servez_a_rien|sers_a_rien|inutile*|minable*|pathetique*
        bande_de>nuls|nul|debiles|abrutis|incapables
        """,
    ),
    (
        Topic.ROBOT,
        """
        !! robot*|bot|machine|ia|intelligence_artificielle|chatgpt|humain*|vraie_personne|programme|ordinateur
            |automatique|vrai
            etes|es|est_ce|c_est|suis|parle|qui|un|une -menu|cantine|calendrier
        !! qui_es_tu|qui_etes_vous|t_es_qui|tu_es_qui|c_est_qui|vous_etes_qui|vous_etes_quoi|comment_tu_t_appelles
            |ton_nom
            |votre_nom|t_appelles|qui_est_clochette|c_est_quoi_clochette
        """,
    ),
    (
        Topic.TROUBLE,
        """
        ca_marche_pas|marche_pas|ne_marche|fonctionne_pas|ne_fonctionne|bug|bugs|bugge*|beug* -payer
        comprends_pas|comprend_pas|comprends_rien|comprend_rien|comprenez_rien|comprenez_pas|rien_compris|pas_compris
        """,
    ),
    (
        Topic.SCHOOL,
        f"""
        ! piscine|natation|photo_de_classe|photos_de_classe|photo_classe|les_photos|devoir|devoirs|bulletin*|livret*
            |carnet
            |spectacle|chorale|reunion*|conseil_d_ecole|eps|gymnase|assurance_scolaire -aide_aux_devoirs
        ! anniversaire*|gateau|gateaux|bonbons
        ! rdv|rendez_vous|rencontre*|entretien {_TEACHER}|ecole
        ! cahier*|trousse|cartable|fournitures|liste_de_fournitures
        ! inscription*|inscrire|inscris a_l_ecole|maternelle|ecole|cp
        """,
    ),
    (
        Topic.APPOINTMENT,
        f"""
        ! rdv|rendez_vous|chez_le|chez_la|chez_l {_DOCTORS}|rdv|rendez_vous -absent*|absente|mange*
        """,
    ),
    (
        Topic.ELSEWHERE,
        """
        !!! centre_aere|centre_de_loisirs|centre_de_loisir|alsh|mercredis_recreatifs|colonie|colo -cantine|garderie
        ! meteo|quel_temps|il_pleut|il_neige|il_fait_beau|il_fait_froid|va_pleuvoir|temperature
        ! car_scolaire|ramassage_scolaire|le_bus|transport_scolaire|aide_aux_devoirs|etude_surveillee|creche
        ! blague*|raconte*|football|le_match|recette*|president|election*|poeme*|chanson*|film
        ! quelle_heure_est_il|quel_jour_on_est|quel_jour_sommes_nous|la_date_d_aujourd_hui
        ! je_t_aime|ca_va|comment_vas_tu|comment_allez_vous|quoi_de_neuf
        ! perd|perdu|tombe>dent|dents
        ! neiger|pleuvoir|orage|foot|judo|danse|musique -cantine|garderie
        """,
    ),
)
