// Creates the files of this folder from the npm package vega-datasets, which is not a dependency: run it by hand.
//
//   npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz
//   npx tsx emulator/sample/extract.mjs package/data
//
// NOTICE.md describes what it takes, leaves out and adds.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partitionToken } from '../cql/write/token.ts';

const [source] = process.argv.slice(2);
if (!source) throw new Error('Give the data folder of an unpacked vega-datasets');
const MIN_MAGNITUDE = 1.5;
const NEAR_KM = 100;
const EARTH_RADIUS_KM = 6371;
/** A page, as long as nobody asks for another size. */
const FIRST_AIRPORTS = 20;

const allFlights = uniqueFlights(readJson('flights-5k.json'));
const airports = withoutEarlyIdle(readCsv('airports.csv')).map((airport) => ({
  ...airport,
  latitude: Number(airport.latitude),
  longitude: Number(airport.longitude),
}));
const airportIds = new Set(airports.map(({ iata }) => iata));
const flights = allFlights.filter(([, , , destination]) => airportIds.has(destination));
const earthquakes = readJson('earthquakes.json').features.filter(({ properties }) => properties.mag >= MIN_MAGNITUDE);

writeRows(
  'airports.jsonl',
  ['iata', 'name', 'city', 'state', 'country', 'latitude', 'longitude', 'nearest_earthquake'],
  airports.map((airport) => [...Object.values(airport).map(known), nearestEarthquake(airport)?.id ?? null]),
);
writeRows('flights.jsonl', ['origin', 'day', 'departure', 'destination', 'delay_minutes', 'distance_miles'], flights);
writeFileSync(
  new URL('earthquakes.jsonl', import.meta.url),
  earthquakes.map((feature) => `${JSON.stringify([feature.id, toDocument(feature)])}\n`).join(''),
);

/** Cassandra lists rows by the tokens of their keys. The first page of airports is of those that flights leave from. */
function withoutEarlyIdle(all) {
  const origins = new Set(allFlights.map(([origin]) => origin));
  const tokenOf = ({ iata }) => partitionToken(Buffer.from(iata));
  const tokens = all.filter(({ iata }) => origins.has(iata)).map(tokenOf);
  const last = tokens.sort((one, other) => (one < other ? -1 : 1))[FIRST_AIRPORTS - 1];
  return all.filter((airport) => origins.has(airport.iata) || tokenOf(airport) > last);
}

/** The source writes NA where it knows no city or state. */
function known(value) {
  return value === 'NA' ? null : value;
}

/** One flight for each origin, minute and destination, since that is their key. */
function uniqueFlights(flights) {
  const byKey = new Map(flights.map((flight) => [`${flight.origin} ${flight.date} ${flight.destination}`, flight]));
  return [...byKey.values()].map(({ origin, date, destination, delay, distance }) => {
    const [day, minute] = date.split(' ');
    return [origin, day.replaceAll('/', '-'), `${minute}:00`, destination, delay, distance];
  });
}

function toDocument({ properties, geometry }) {
  const [longitude, latitude, depthKm] = geometry.coordinates;
  return withoutAbsent({
    title: properties.title,
    place: properties.place,
    magnitude: properties.mag,
    magnitudeType: properties.magType,
    time: new Date(properties.time).toISOString(),
    updated: new Date(properties.updated).toISOString(),
    type: properties.type,
    status: properties.status,
    tsunami: properties.tsunami === 1,
    significance: properties.sig,
    feltReports: properties.felt,
    alert: properties.alert,
    location: { latitude, longitude, depthKm },
    network: properties.net,
    reportedBy: listed(properties.sources),
    products: listed(properties.types),
    quality: withoutAbsent({
      stations: properties.nst,
      gapDegrees: properties.gap,
      rmsSeconds: properties.rms,
      nearestStationDegrees: properties.dmin,
    }),
    nearestAirport: nearestAirport({ latitude, longitude }),
    url: properties.url,
  });
}

function nearestAirport(place) {
  const airport = nearest(place, airports, (one) => one);
  return airport && { iata: airport.iata, distanceKm: Math.round(distanceKm(place, airport)) };
}

function nearestEarthquake(airport) {
  return nearest(airport, earthquakes, ({ geometry: { coordinates } }) => ({
    latitude: coordinates[1],
    longitude: coordinates[0],
  }));
}

/** The nearest of the things, or undefined when even that is far away. */
function nearest(place, things, placeOf) {
  let best;
  let bestKm = NEAR_KM;
  for (const thing of things) {
    const km = distanceKm(place, placeOf(thing));
    if (km > bestKm) continue;
    best = thing;
    bestKm = km;
  }
  return best;
}

/** Along the great circle. */
function distanceKm(one, other) {
  const radians = (degrees) => (degrees * Math.PI) / 180;
  const a =
    Math.sin(radians(other.latitude - one.latitude) / 2) ** 2 +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(a));
}

function withoutAbsent(members) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null && value !== undefined));
}

/** The feed writes lists as ",a,b,". */
function listed(text) {
  return text.split(',').filter((item) => item !== '');
}

function readJson(name) {
  return JSON.parse(readFileSync(join(source, name), 'utf8'));
}

function readCsv(name) {
  const [header, ...lines] = readFileSync(join(source, name), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const fields = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    return Object.fromEntries(
      names.map((column, index) => [column, fields[index]?.[1]?.replaceAll('""', '"') ?? fields[index]?.[2] ?? '']),
    );
  });
}

/** The first line names the columns, each other line holds a row. */
function writeRows(name, columns, rows) {
  const lines = [columns, ...rows].map((line) => `${JSON.stringify(line)}\n`);
  writeFileSync(new URL(name, import.meta.url), lines.join(''));
}
