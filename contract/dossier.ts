/** dossier: 履职档案 of a representative, everybody's as one file, and the hand-over at the end of a term. */
import { z } from 'zod';
import { partKeys } from '../domain/dossier';
import { action } from './action';
import { Empty, Id, Time, text } from './shapes';

const n = z.number();
const year = /^(19|20|21)\d{2}$/;

/** 'YYYY', or the same as a number. */
export const Year = z
  .union([z.string(), z.number()], '请选择年份')
  .transform(String)
  .refine((value) => year.test(value), '年份应如 2026');

/** One of a year and a 届, which is named as the town's settings name it. */
export const YearOrTerm = z.object({ year: Year.optional(), term: text('届次', 30).optional() });

const Labelled = z.object({ label: z.string(), value: z.string() });
const Part = z.object({
  key: z.enum(partKeys),
  title: z.string(),
  sums: z.array(Labelled),
  columns: z.array(z.string()),
  /** A row has a text for each column. */
  rows: z.array(z.array(z.string())),
  /** How many rows there are in all: `rows` holds the first 200. */
  count: n,
});

export const Dossier = z.object({
  representativeId: Id,
  name: z.string(),
  group: z.string(),
  span: z.object({ name: z.string(), from: Time, until: Time }),
  basics: z.array(Labelled),
  parts: z.array(Part),
  /** Where the chain of 积分明细 ends now. */
  head: z.object({ seq: n, hash: z.string() }).nullable(),
});
export type Dossier = z.infer<typeof Dossier>;

/** One's own without `representativeId`; the present year without a year or term. */
export const get = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: YearOrTerm.extend({ representativeId: Id.optional() }),
  output: z.object({ dossier: Dossier }),
});

const Term = z.object({ name: z.string(), from: z.string(), until: z.string() });

/** The years and 届 that there are dossiers of, the newest first; `mayArchive`: whether the caller makes files of all. */
export const terms = action({
  access: ['representative', 'liaison', 'presidium', 'admin'],
  input: Empty,
  output: z.object({ years: z.array(z.string()), terms: z.array(Term), mayArchive: z.boolean() }),
});

export const jobKinds = ['archive', 'handOver'] as const;
export const jobStatuses = ['running', 'done', 'removed'] as const;

/** A file that is made step by step: `done` of `total` files are there; then they are packed. */
export const DossierJob = z.object({
  id: Id,
  kind: z.enum(jobKinds),
  title: z.string(),
  status: z.enum(jobStatuses),
  total: n,
  done: n,
  /** Those that could not be made; the index in the file names them. */
  failed: n,
  by: z.string(),
  at: Time,
  file: z.object({ name: z.string(), size: n, sha256: z.string(), until: Time }).optional(),
});
export type DossierJob = z.infer<typeof DossierJob>;

const JobAnswer = z.object({ job: DossierJob });
const office = ['presidium', 'admin'] as const;

/** Everybody's dossiers of a year or term, or a group's. What is already being made is answered, not begun again. */
export const startArchive = action({
  access: office,
  audited: ['year', 'term', 'groupId'],
  input: YearOrTerm.extend({ groupId: Id.optional() }).refine(
    ({ year, term }) => year !== undefined || term !== undefined,
    {
      message: '请选择年份或届次',
      path: ['year'],
    },
  ),
  output: JobAnswer,
});

/** 换届移交: all dossiers of the term, what is still open, and the points ledger. */
export const startHandOver = action({
  access: office,
  audited: ['term'],
  input: z
    .object({
      term: text('届次', 30).optional(),
      from: z.iso.date('日期应如 2021-12-20').optional(),
      until: z.iso.date('日期应如 2026-12-19').optional(),
    })
    .refine(({ term, from, until }) => term !== undefined || (from !== undefined && until !== undefined), {
      message: '请选择届次，或填写起止日期',
      path: ['term'],
    }),
  output: JobAnswer,
});

/** Makes the next files, for no longer than some seconds; to be called until the status is `done`. Safe to repeat. */
export const continueArchive = action({
  access: office,
  audited: true,
  input: z.object({ id: Id }),
  output: JobAnswer,
});

export const archives = action({ access: office, input: Empty, output: z.object({ items: z.array(DossierJob) }) });

/** A private link, good for an hour. */
export const download = action({
  access: office,
  audited: true,
  input: z.object({ id: Id }),
  output: z.object({ url: z.string(), name: z.string() }),
});
