// Where the pages' modules lie, seen from the tests.
export const staticFile = name => new URL(`../../main/resources/static/${name}`, import.meta.url).href
