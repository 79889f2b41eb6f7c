import { expect } from '@milepost/testing/browser';
import { iconPaths } from './icon-paths.ts';

describe('the icons', () => {
  it('are valid drawings inside their grid of 24 by 24', () => {
    const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    document.body.append(drawing);
    const wrong = Object.entries(iconPaths).filter(([, d]) => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', d);
      drawing.append(path);
      const { x, y, width, height } = path.getBBox();
      return x < 0.5 || y < 0.5 || x + width > 23.5 || y + height > 23.5 || path.getTotalLength() < 4;
    });
    drawing.remove();
    expect(wrong.map(([name]) => name)).to.deep.equal([]);
  });
});
