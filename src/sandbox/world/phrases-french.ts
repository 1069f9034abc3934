import type { Phrases } from './topic.ts';

/** French texts. */
export const french: Phrases = {
  greeting: 'Bonjour,',
  farewell: 'Bien cordialement,',
  quoteLead: 'Le {date}, {agent} a écrit :',
  products: [
    'chaussures de randonnée',
    'veste imperméable',
    'tente deux places',
    'réchaud à gaz',
    'lampe frontale',
  ],
  praise: ['Réponse claire et rapide, merci !', 'Très à l’écoute ; parfait', ''],
  complaint: ['Trop d’attente, réponse à côté', '« Patientez » pendant 10 minutes…', ''],
  topics: [
    {
      category: 'Livraison',
      tags: ['livraison'],
      subject: 'Livraison de la commande {order}',
      customer: [
        'bonjour, ma commande {order} devait arriver hier, avez-vous des nouvelles ?',
        "d'accord, et si je suis absent ?",
        'parfait, merci beaucoup',
      ],
      agent: [
        'Bonjour {customer}, je regarde cela tout de suite.',
        'Le colis a été retardé au dépôt ; il sera chez vous demain avant 13 h, sinon en point relais.',
      ],
      note: 'Retard transporteur, geste commercial possible.',
    },
    {
      category: 'Produit',
      tags: ['conseil', 'taille'],
      subject: 'Conseil de taille : {product}',
      customer: [
        'je chausse du 42½, quelle taille prendre pour les {product} ?',
        'et c’est étanche ?',
        'ok je commande, merci',
      ],
      agent: [
        'Ce modèle taille petit : prenez le 43.',
        'Oui, la membrane résiste à une journée de pluie. L’entretien est expliqué ici : https://www.example.com/entretien',
      ],
      note: 'Beaucoup de questions sur les demi-pointures.',
    },
    {
      category: 'Paiement',
      tags: ['paiement'],
      subject: 'Paiement refusé',
      customer: [
        'ma carte est refusée alors que le compte est approvisionné "erreur 51"',
        'je viens de réessayer, ça passe !',
      ],
      agent: [
        'La banque demande une confirmation ; validez dans son application puis réessayez, s’il vous plaît.',
      ],
      note: 'Erreur 51 : plafond de la banque.',
    },
    {
      category: 'Retour',
      tags: ['retour', 'remboursement'],
      subject: 'Remboursement de {order}',
      customer: [
        'j’ai renvoyé la {product} il y a dix jours et toujours pas de remboursement',
        'mon numéro de colis est le 6A1155\net j’ai gardé le reçu',
        'merci, bonne journée',
      ],
      agent: [
        'Pouvez-vous me donner le numéro du colis de retour ?',
        'Il est bien arrivé : 89,90 € seront crédités sous 48 heures.',
      ],
      note: 'Retour non scanné à l’arrivée.',
    },
    {
      category: 'Compte',
      tags: ['compte'],
      subject: 'Changer mon adresse e-mail',
      customer: ['comment changer l’adresse e-mail de mon compte ?', 'c’est fait, merci'],
      agent: [
        'Dans « Mon compte », rubrique Coordonnées ; un lien de confirmation part à la nouvelle adresse.',
      ],
      note: 'Rubrique difficile à trouver sur mobile.',
    },
  ],
};
