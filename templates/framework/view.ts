import type { Claim } from '../../scripts/domain/claim.ts';
import { cellsIn } from '../../scripts/domain/edition.ts';
import type { Framework } from '../../scripts/domain/framework.ts';
import type { Report } from '../../scripts/domain/report.ts';
import { editHref } from '../../scripts/render/forge.ts';
import { formatCount } from '../../scripts/render/format.ts';
import type { Urls } from '../../scripts/render/urls.ts';
import { compareHref, type Prepared } from '../compare/comparisons.ts';
import { leastAnswers, type Similarity } from '../compare/similar.ts';
import type { Site } from '../layout/site.ts';
import { type CellView, viewCell } from '../parts/cell/view.ts';
import { type EditionChangesView, formatEditions, viewEditionChanges } from '../parts/edition-changes/view.ts';
import { type FigureView, viewFigure } from '../parts/figure/view.ts';
import { linesHtml, type ProgramView } from '../parts/program/view.ts';
import { type RepositoryView, viewRepository } from '../parts/repository/view.ts';
import { type GroupView, type TimelineRow, viewGroups, viewTimeline } from './claims.ts';
import { type HeadView, viewFirst } from './head.ts';
import { sourceCodeHtml } from './metadata.ts';
import { type ResultView, viewResults, warnOfResults } from './results.ts';

/** A framework: facts, results, claims by group with their proofs, and the claims in order of time. */
export interface FrameworkView {
  readonly name: string;
  readonly summary: string;
  readonly facts: readonly FactView[];
  readonly claimSummary: string;
  readonly jsonHref: string;
  readonly compareHref: string;
  readonly editHref: string;
  readonly first: HeadView;
  readonly glance: readonly GlanceView[];
  readonly results: readonly ResultView[];
  readonly resultsWarning: string;
  readonly figures: readonly FigureView[];
  readonly repository: RepositoryView | null;
  readonly programs: readonly CodeView[];
  readonly changes: readonly ChangesView[];
  readonly similar: readonly SimilarView[];
  readonly similarRule: string;
  readonly groups: readonly GroupView[];
  readonly timeline: readonly TimelineRow[];
  /** Comparisons in which it is. */
  readonly compared: readonly { readonly href: string; readonly title: string }[];
  readonly dataHtml: string;
}

interface FactView {
  readonly label: string;
  readonly text: string;
  readonly href: string;
}

/** A group's answers of today in short. */
interface GlanceView {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly { readonly label: string; readonly cell: CellView }[];
}

interface CodeView {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly note: string;
  readonly command: string;
  readonly open: boolean;
  readonly files: readonly { readonly name: string; readonly codeHtml: string }[];
}

/** What became of the answers of an older edition. */
interface ChangesView extends EditionChangesView {
  readonly title: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

interface SimilarView {
  readonly name: string;
  readonly href: string;
  readonly text: string;
  readonly compareHref: string;
}

/** What frameworks are held against: the comparisons there are, and how alike others answer. */
interface Neighbors {
  readonly prepared: readonly Prepared[];
  readonly similar: readonly Similarity[];
}

/** Everything a framework's page shows. */
export function viewFramework(framework: Framework, { prepared, similar }: Neighbors, site: Site): FrameworkView {
  const { report, urls } = site;
  const { id } = framework;
  return {
    ...viewHead(framework, site),
    first: viewFirst(framework, site),
    glance: viewGlance(framework, report, urls),
    results: viewResults(framework, site),
    resultsWarning: warnOfResults(framework, report),
    figures: site.figures.onPage(site.paths.framework(id)).map((figure) => viewFigure(figure, urls)),
    repository: viewRepository(report.repositories.get(id), id, report.updated),
    programs: viewPrograms(framework, site.programs),
    changes: viewChanges(framework, site),
    similar: similar.map((one) => viewSimilar(framework, one, prepared, urls)),
    similarRule: `By the share of equal answers to the questions that both answer, at least ${leastAnswers}. Equal answers do not make two frameworks equal.`,
    groups: viewGroups(framework, report),
    timeline: viewTimeline(framework, report.catalog.features),
    compared: prepared
      .filter(({ frameworks }) => frameworks.includes(framework))
      .map(({ name, title }) => ({ href: urls.comparison(name), title })),
    dataHtml: sourceCodeHtml(framework, site),
  };
}

type HeadKey = 'name' | 'summary' | 'facts' | 'claimSummary';
type LinkKey = 'jsonHref' | 'compareHref' | 'editHref';

function viewHead(framework: Framework, { report, urls }: Site): Pick<FrameworkView, HeadKey | LinkKey> {
  const { site } = report;
  const dated = [...framework.claims.values()].flat().filter(({ on }) => on !== null);
  return {
    name: framework.name,
    summary: framework.summary ?? '',
    facts: factsOf(framework, report),
    claimSummary: `${formatCount(dated.length, 'claim')}, ${formatSourced(dated)}`,
    jsonHref: urls.apiFile(`frameworks/${framework.id}.json`),
    compareHref: urls.file(`frameworks/${framework.id}.json`),
    editHref: editHref(framework.file, site),
  };
}

function factsOf(framework: Framework, { site }: Report): readonly FactView[] {
  const category = site.categories.find(({ id }) => id === framework.category)?.label ?? framework.category;
  const link = (href: string | null): { readonly text: string; readonly href: string } => ({
    text: (href ?? '').replace(/^https?:\/\//, ''),
    href: href ?? '',
  });
  return [
    { label: 'Language', text: framework.language, href: '' },
    { label: 'Category', text: category, href: '' },
    ...(framework.homepage === null ? [] : [{ label: 'Home page', ...link(framework.homepage) }]),
    {
      label: 'Repository',
      ...(framework.repository === null ? { text: 'not known', href: '' } : link(framework.repository)),
    },
    ...(framework.package === null
      ? []
      : [
          {
            label: 'Package',
            text: `${framework.package.name} (${framework.package.index === 'pypi' ? 'PyPI' : framework.package.index})`,
            href: '',
          },
        ]),
  ];
}

function formatSourced(claims: readonly Claim[]): string {
  const sourced = claims.filter(({ sources }) => sources.length > 0).length;
  return `${claims.length > 1 && sourced === claims.length ? 'all' : sourced} with a source`;
}

/** Every answer of today in short, by group; each leads to its claims below. */
function viewGlance(framework: Framework, { latest, catalog }: Report, urls: Urls): readonly GlanceView[] {
  const cells = cellsIn(latest, framework);
  return catalog.groups
    .map(({ id, label }) => ({
      id: `group-${id}`,
      label,
      rows: cells
        .filter(({ feature }) => feature.group === id)
        .map((cell) => ({ label: cell.feature.label, cell: viewCell(cell, urls) })),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function viewPrograms({ id }: Framework, programs: readonly ProgramView[]): readonly CodeView[] {
  return programs
    .filter(({ frameworks }) => frameworks.includes(id))
    .map(({ compared: program }, index) => ({
      id: `program-${program.id}`,
      label: program.label,
      about: `Written ${program.written}. ${program.about}`,
      note: program.note,
      command: `${program.command} PORT`,
      open: index === 0,
      files: program.files.map(({ name, lines }) => ({ name, codeHtml: linesHtml(lines) })),
    }));
}

/** What became of the answers of older editions. */
function viewChanges(framework: Framework, { report, urls }: Site): readonly ChangesView[] {
  return report.comparisons.flatMap((diff) =>
    diff.rows
      .filter((row) => row.framework === framework)
      .map(({ changes }) => ({
        title: formatEditions(diff),
        beforeLabel: diff.before.definition.label,
        afterLabel: diff.after.definition.label,
        ...viewEditionChanges(changes, diff, urls),
      })),
  );
}

function viewSimilar(
  framework: Framework,
  { framework: other, equal, answered }: Similarity,
  prepared: readonly Prepared[],
  urls: Urls,
): SimilarView {
  return {
    name: other.name,
    href: urls.framework(other.id),
    text: `${equal} of ${answered} answers equal`,
    compareHref: compareHref([framework, other], prepared, urls),
  };
}
