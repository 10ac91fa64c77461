/* The map of the world for pictures: reads vendor/world-atlas (TopoJSON), names each country by its ISO 3166-1 code of two letters. */
(function () {
  "use strict";

  const ANTARCTICA = "010";
  /* Of each country that the map has: its two letters, and the three digits by which the map knows it. */
  const CODES = new Map(Array.from(("AE784AF004AL008AM051AO024AR032AT040AU036AZ031BA070BD050BE056BF854BG100BI108BJ204BN096BO068BR076BS044"
    + "BT064BW072BY112BZ084CA124CD180CF140CG178CH756CI384CL152CM120CN156CO170CR188CU192CY196CZ203DE276DJ262"
    + "DK208DO214DZ012EC218EE233EG818EH732ER232ES724ET231FI246FJ242FK238FR250GA266GB826GE268GH288GL304GM270"
    + "GN324GQ226GR300GT320GW624GY328HN340HR191HT332HU348ID360IE372IL376IN356IQ368IR364IS352IT380JM388JO400"
    + "JP392KE404KG417KH116KP408KR410KW414KZ398LA418LB422LK144LR430LS426LT440LU442LV428LY434MA504MD498ME499"
    + "MG450MK807ML466MM104MN496MR478MW454MX484MY458MZ508NA516NC540NE562NG566NI558NL528NO578NP524NZ554OM512"
    + "PA591PE604PG598PH608PK586PL616PR630PS275PT620PY600QA634RO642RS688RU643RW646SA682SB090SD729SE752SI705"
    + "SK703SL694SN686SO706SR740SS728SV222SY760SZ748TD148TF260TG768TH764TJ762TL626TM795TN788TR792TT780TW158"
    + "TZ834UA804UG800US840UY858UZ860VE862VN704VU548YE887ZA710ZM894ZW716"
  ).matchAll(/([A-Z]{2})(\d{3})/g), (found) => [found[2], found[1]]));

  /* The Equal Earth projection (Savric, Patterson, Jenny 2018): areas keep their sizes. */
  function project(longitude, latitude) {
    const angle = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
    const square = angle * angle;
    const sixth = square * square * square;
    const across = 1.340264 - 3 * 0.081106 * square + sixth * (7 * 0.000893 + 9 * 0.003796 * square);
    const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(angle)) / (3 * across);
    const y = angle * (1.340264 - 0.081106 * square + sixth * (0.000893 + 0.003796 * square));
    return [x, y];
  }

  /* Every arc of a topology as points on the map; they are told as steps from one to the next. */
  function lines(topology) {
    const { scale, translate } = topology.transform;
    return topology.arcs.map((arc) => {
      let x = 0;
      let y = 0;
      return arc.map((step) => {
        x += step[0];
        y += step[1];
        return project(x * scale[0] + translate[0], y * scale[1] + translate[1]);
      });
    });
  }

  /* A ring out of its arcs; one below zero runs backwards, and each begins where the one before it ends. */
  function ring(arcs, of) {
    return of.flatMap((at, place) => {
      const line = at < 0 ? arcs[~at].slice().reverse() : arcs[at];
      return place === 0 ? line : line.slice(1);
    });
  }

  function geography(topology) {
    const arcs = lines(topology);
    const shapes = topology.objects.countries.geometries.filter((shape) => shape.id !== ANTARCTICA);
    return {
      type: "FeatureCollection",
      features: shapes.map((shape) => {
        const polygons = shape.type === "Polygon" ? [shape.arcs] : shape.arcs;
        return {
          type: "Feature",
          properties: { name: CODES.get(shape.id) || (shape.properties.name === "Kosovo" ? "XK" : shape.properties.name) },
          geometry: { type: "MultiPolygon", coordinates: polygons.map((rings) => rings.map((of) => ring(arcs, of))) },
        };
      }),
    };
  }

  let known = null;

  /* Fetches the map once and gives it to the drawing; resolves when it can be drawn. */
  window.world = (address) => {
    known = known || fetch(address).then((answer) => {
      if (!answer.ok) {
        throw new Error("the map at " + address + " answered " + answer.status);
      }
      return answer.json();
    }).then((topology) => window.echarts.registerMap("world", geography(topology)));
    return known;
  };
}());
