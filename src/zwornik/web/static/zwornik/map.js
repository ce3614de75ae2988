/* Organisations on a map: borders, dots in the colour and shape of their kind, towns to find one's way.
   Data come from a JSON block, borders from a file beside the script, colours from the tokens. */
(() => {
  "use strict";
  const box = document.querySelector("[data-map]");
  if (!box || !window.echarts || !window.topojson) return;
  const data = JSON.parse(document.getElementById(box.dataset.map).textContent);
  const pl = document.documentElement.lang === "pl";
  const font = "Inter, system-ui, sans-serif";
  const COUNTRY = { west: 14.1, east: 24.2, south: 49.0, north: 54.9 };
  const ASPECT = 0.62;                          // cosine of 52 degrees: true shapes in the middle of the country
  const token = (name) => {
    const probe = document.createElement("i");
    probe.style.color = `var(--zw-${name})`;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  };

  // ── what is looked at: the dots with room around them, or the country ──
  const frameOfDots = () => {
    const east = data.dots.map((dot) => dot.at[0]), north = data.dots.map((dot) => dot.at[1]);
    const frame = { west: Math.min(...east), east: Math.max(...east), south: Math.min(...north), north: Math.max(...north) };
    const room = Math.max(0.35, (frame.east - frame.west) * 0.08), above = Math.max(0.2, (frame.north - frame.south) * 0.08);
    return { west: frame.west - room, east: frame.east + room, south: frame.south - above, north: frame.north + above };
  };
  const frames = { dots: frameOfDots(), country: COUNTRY };
  const median = (axis) => data.dots.map((dot) => dot.at[axis]).sort((a, b) => a - b)[Math.floor(data.dots.length / 2)];
  const isCompact = frames.dots.east - frames.dots.west < 1.2;
  let view = isCompact ? "country" : "dots", zoom = 1, middle = null;

  const near = (feature) => {                   // only countries that can come into view
    const reach = { west: Math.min(COUNTRY.west, frames.dots.west) - 12, east: Math.max(COUNTRY.east, frames.dots.east) + 12, south: Math.min(COUNTRY.south, frames.dots.south) - 8, north: Math.max(COUNTRY.north, frames.dots.north) + 8 };
    const rings = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    return rings.some(([outer]) => outer.some(([x, y]) => x > reach.west && x < reach.east && y > reach.south && y < reach.north));
  };
  const borders = (world) => {
    const atlas = window.topojson.feature(world, world.objects.countries);
    atlas.features = atlas.features.filter((feature) => feature.geometry && near(feature));
    atlas.features.forEach((feature, at) => { feature.properties = { name: feature.id || `x${at}` }; });
    return atlas;
  };

  const scaleOf = (frame) => Math.min(box.clientWidth / ((frame.east - frame.west) * ASPECT), box.clientHeight / (frame.north - frame.south));
  const labelled = () => {                      // the largest towns whose names do not lie on each other
    const scale = scaleOf(frames[view]) * zoom, kept = [];
    const apart = (one, other) => Math.abs(one.at[0] - other.at[0]) * ASPECT * scale > (one.name.length + other.name.length + 6) * 3.9
      || Math.abs(one.at[1] - other.at[1]) * scale > 19;
    data.towns.forEach((town) => { if (kept.length < 14 && kept.every((other) => apart(town, other))) kept.push(town); });
    return kept;
  };
  const fitted = (frame) => Math.max((frame.east - frame.west) * ASPECT, frame.north - frame.south) * scaleOf(frame);

  box.hidden = false;                           // without this script the table alone is shown
  const chart = window.echarts.init(box, null, { renderer: "canvas" });
  const option = () => {
    const frame = frames[view], size = box.clientWidth < 480 ? 10 : 12;
    const coarse = matchMedia("(pointer: coarse)").matches;
    return {
      animation: false,
      backgroundColor: token("accent-soft"),
      textStyle: { fontFamily: font },
      tooltip: {
        renderMode: "richText", confine: true, backgroundColor: token("surface"), borderColor: token("line-2"),
        textStyle: { color: token("ink"), fontFamily: font, fontSize: 13 },
        formatter: (point) => (point.data.about ? `${point.data.name}\n${point.data.about}` : ""),
      },
      geo: {
        map: "zwornik-borders", aspectScale: ASPECT, layoutCenter: ["50%", "50%"], layoutSize: fitted(frame), silent: true,
        zoom, center: middle || [(frame.west + frame.east) / 2, (frame.south + frame.north) / 2],
        boundingCoords: [[frame.west, frame.north], [frame.east, frame.south]], roam: coarse && zoom === 1 ? false : "move", scaleLimit: { min: 0.5, max: 40 },
        itemStyle: { areaColor: token("q0"), borderColor: token("ink-3"), borderWidth: 0.8 },
        regions: [{ name: "616", itemStyle: { areaColor: token("surface"), borderColor: token("ink-3"), borderWidth: 1.4 } }],
      },
      series: [
        ...data.kinds.map((kind) => ({
          type: "scatter", coordinateSystem: "geo", name: kind.label, symbol: `path://${kind.symbol}`, symbolSize: size, cursor: "pointer",
          itemStyle: { color: token(kind.colour), borderColor: token("surface"), borderWidth: 1, opacity: 1 },
          emphasis: { scale: 1.5, itemStyle: { borderColor: token("ink"), borderWidth: 1.5 } },
          data: data.dots.filter((dot) => dot.kind === kind.code).map((dot) => ({ name: dot.name, about: dot.about, address: dot.address, value: dot.at })),
        })),
        {
          type: "scatter", coordinateSystem: "geo", symbolSize: 1, silent: true, z: 5, tooltip: { show: false },
          label: { show: true, formatter: (point) => point.name, position: "top", distance: 9, color: token("ink"), fontFamily: font, fontSize: 12.5, fontWeight: 600, textBorderColor: token("surface"), textBorderWidth: 3 },
          data: labelled().map((town) => ({ name: town.count > 1 ? `${town.name} (${town.count.toLocaleString(pl ? "pl-PL" : "en-GB")})` : town.name, value: town.at })),
        },
      ],
    };
  };
  const draw = () => chart.setOption(option(), { notMerge: true });

  const tools = document.querySelector(".zw-map-tools");
  const choices = tools.querySelectorAll("[data-map-frame]");
  const mark = () => choices.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.mapFrame === view)));
  mark();
  choices.forEach((button) => button.addEventListener("click", () => {
    view = button.dataset.mapFrame;
    zoom = 1;
    middle = null;
    mark();
    draw();
  }));
  tools.querySelectorAll("[data-map-zoom]").forEach((button) => button.addEventListener("click", () => {
    const moved = chart.getOption().geo[0].center;
    middle = zoom === 1 && !middle ? [median(0), median(1)] : moved;
    zoom = Math.min(40, Math.max(0.5, zoom * (button.dataset.mapZoom === "in" ? 1.7 : 1 / 1.7)));
    draw();
  }));
  chart.on("click", (point) => { if (point.data && point.data.address) location.assign(point.data.address); });

  fetch(box.dataset.borders).then((answer) => answer.json()).then((world) => {
    window.echarts.registerMap("zwornik-borders", borders(world));
    return document.fonts.ready;
  }).then(() => {
    tools.hidden = false;
    draw();
    addEventListener("resize", () => { if (box.clientWidth) { chart.resize(); draw(); } });
    document.addEventListener("zw:theme", draw);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  }).catch(() => { box.hidden = true; });       // the table says everything
})();
