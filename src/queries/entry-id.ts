/**
 * Catalogue files name their id, so that a copied file that keeps its neighbour's id is noticed: the
 * id is the file's name, and both are part of a published address.
 */
export function holdToFileName(folder: string, id: string, named: string): void {
  if (id !== named)
    throw new Error(`${folder}/${id}.yaml names the id "${named}"; it must be "${id}".`);
}
