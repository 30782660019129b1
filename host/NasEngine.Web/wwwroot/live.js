// What pages need of the browser to cost little while they follow a search.

// Of so many moments one goes into drawing, and the others are left to the user and to the searches of this machine.
const rest = 50;
const longestRest = 10_000;

let page = null;
let turn = Promise.resolve();

// Tells a page whether anybody sees it, from now on. There is one at a time.
export function follow(shown) {
    page = shown;
    tell();
}

document.addEventListener('visibilitychange', tell);

function tell() {
    page?.invokeMethodAsync('Look', !document.hidden).catch(() => page = null);
}

// Draws a plot anew with other points, once it is seen, and ends when the next one may be drawn; false where it is not drawn at all yet.
export function draw(id, text) {
    const drawn = turn.then(seen).then(async () => {
        const chart = document.getElementById(id);
        if (!chart?.data) {
            return chart === null;
        }

        const lines = JSON.parse(text);
        if (lines.length !== chart.data.length) {
            return true; // It has become another plot meanwhile.
        }

        const began = performance.now();
        await window.Plotly.react(chart, chart.data.map((line, place) => ({ ...line, ...points(lines[place]) })), chart.layout);
        await pause(Math.min(longestRest, (rest - 1) * (performance.now() - began)));
        return true;
    });
    turn = drawn.catch(() => { });
    return drawn;
}

function points(line) {
    return { x: line.x, y: line.y, hovertext: line.texts ?? line.trials?.map(number => `trial ${number}`) };
}

const pause = length => new Promise(done => setTimeout(done, length));

const seen = () => !document.hidden ? undefined : new Promise(done => document.addEventListener('visibilitychange', () => done(seen()), { once: true }));
