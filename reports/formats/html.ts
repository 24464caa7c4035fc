import { defineFormat } from '../format.ts';
import { renderPage } from '../html/page.ts';

export default defineFormat({ id: 'html', fileName: 'report.html', render: renderPage });
