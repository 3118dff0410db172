import { logCatalogue } from '../../../queries/log-catalogue.ts';

/**
 * The catalogue as a script module. Pages that read a log may open no connection, so they cannot
 * fetch JSON; they may load a script of this site before a log is opened.
 */
export const GET = async () =>
  new Response(`export const catalogue = ${JSON.stringify(await logCatalogue())};\n`, {
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });
