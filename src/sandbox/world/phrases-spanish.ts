import type { Phrases } from './topic.ts';

/** Spanish texts. */
export const spanish: Phrases = {
  greeting: 'Hola:',
  farewell: 'Un saludo,',
  quoteLead: 'El {date}, {agent} escribió:',
  products: [
    'botas de montaña',
    'chaqueta impermeable',
    'tienda para dos',
    'hornillo de gas',
    'linterna frontal',
  ],
  praise: ['Muy amables y rápidos', '¡Resuelto a la primera!', ''],
  complaint: ['Nadie contestó en dos días', 'La respuesta no tenía nada que ver…', ''],
  topics: [
    {
      category: 'Envíos',
      tags: ['envío'],
      subject: '¿Dónde está mi pedido {order}?',
      customer: [
        'El pedido {order} debía llegar el lunes y el seguimiento no cambia. ¿Saben algo de las {product}?',
        '¿Puede dejarlo con un vecino?',
        'Ya llegó, ¡gracias!',
      ],
      agent: [
        'Lamentamos el retraso, {customer}. El paquete sale hoy del almacén y llega en 48 horas.',
        'Sí, lo anoto para el repartidor.',
      ],
      note: 'El transportista perdió la etiqueta; reclamación abierta.',
    },
    {
      category: 'Devoluciones',
      tags: ['devolución'],
      subject: 'Cambio de talla: {product}',
      customer: ['La talla no es la correcta, ¿cómo cambio la {product}?', 'Enviado esta mañana.'],
      agent: ['Le adjunto la etiqueta. En cuanto la recibamos enviamos la talla siguiente.'],
      note: 'Cliente frecuente, enviar sin esperar.',
    },
    {
      category: 'Facturas',
      tags: ['factura'],
      subject: 'Factura del pedido {order}',
      customer: [
        'Necesito la factura con el NIF de la empresa. ¿Es posible?',
        'El NIF es B-00000000, señor Muñoz & Cía.',
      ],
      agent: ['Claro, indíqueme el NIF y el nombre completo.', 'Hecho: la encontrará en su cuenta.'],
      note: 'Marcar la cuenta como empresa.',
    },
    {
      category: 'Producto',
      tags: ['consulta'],
      subject: '¿Aguanta la lluvia la {product}?',
      customer: [
        '¿Aguantaría la {product} una semana de lluvia?\n¿Y la versión verde?',
        'Estupendo, me la quedo.',
      ],
      agent: ['Sí, la tela soporta 10 000 mm; la verde vuelve a fin de mes.'],
      note: 'Añadir el dato a la ficha.',
    },
  ],
};
