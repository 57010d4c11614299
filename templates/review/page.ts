import type { Page } from '../layout/page.ts';
import type { Site } from '../layout/site.ts';
import { viewReview } from './view.ts';

/** The answers to review. */
export function review(site: Site): readonly Page<'review'>[] {
  return [
    {
      url: site.paths.review,
      template: 'review',
      view: viewReview(site),
      title: 'Claims to review',
      description: 'Answers older than the review age of their feature.',
    },
  ];
}
