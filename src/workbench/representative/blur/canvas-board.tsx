import { Canvas, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { Point } from './mosaic';
import './blur.scss';

interface Props {
  id: string;
  width: number;
  height: number;
  isReady: boolean;
  /** Called with places from 0 to 1 of the photo's width and height. */
  onStroke: (from: Point, to: Point) => void;
  onEnd: () => void;
}

/** The photo under a finger or a mouse. */
export function CanvasBoard(props: Props) {
  const { width, height, isReady } = props;
  return (
    <View className="blur__frame" style={{ maxWidth: `${(58 * width) / height}vh` }}>
      <View className="blur__board" style={{ paddingTop: `${(height / width) * 100}%` }}>
        {process.env.TARO_ENV === 'h5' ? <BrowserCanvas {...props} /> : <WechatCanvas {...props} />}
        {isReady ? null : <View className="blur__opening">正在打开照片…</View>}
      </View>
    </View>
  );
}

/** From where the finger was to where it is. */
function useTrail({ onStroke, onEnd }: Pick<Props, 'onStroke' | 'onEnd'>) {
  const handlers = useRef({ onStroke, onEnd });
  handlers.current = { onStroke, onEnd };
  const last = useRef<Point | null>(null);
  return useRef({
    down: (point: Point) => {
      last.current = point;
      handlers.current.onStroke(point, point);
    },
    move: (point: Point) => {
      if (last.current === null) return;
      handlers.current.onStroke(last.current, point);
      last.current = point;
    },
    up: () => {
      if (last.current === null) return;
      last.current = null;
      handlers.current.onEnd();
    },
  }).current;
}

function BrowserCanvas({ id, onStroke, onEnd }: Props) {
  const trail = useTrail({ onStroke, onEnd });
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const placed = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: (clientX - left) / width, y: (clientY - top) / height };
    };
    const touched = (act: (point: Point) => void) => (event: TouchEvent) => {
      // Or the page would scroll under the finger, and a mouse's events would follow.
      event.preventDefault();
      const [touch] = event.touches;
      if (touch) act(placed(touch));
    };
    const down = touched(trail.down);
    const move = touched(trail.move);
    const mouseDown = (event: MouseEvent) => trail.down(placed(event));
    const mouseMove = (event: MouseEvent) => trail.move(placed(event));
    element.addEventListener('touchstart', down, { passive: false });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', trail.up);
    element.addEventListener('touchcancel', trail.up);
    element.addEventListener('mousedown', mouseDown);
    window.addEventListener('mousemove', mouseMove);
    window.addEventListener('mouseup', trail.up);
    return () => {
      window.removeEventListener('mousemove', mouseMove);
      window.removeEventListener('mouseup', trail.up);
    };
  }, [trail]);
  return <canvas ref={canvas} id={id} className="blur__canvas" />;
}

/** WeChat tells where on the canvas the finger is, in pixels of the screen. */
interface WechatTouch {
  x: number;
  y: number;
}

function WechatCanvas({ id, onStroke, onEnd }: Props) {
  const trail = useTrail({ onStroke, onEnd });
  const size = useRef({ width: 1, height: 1 });
  const measure = () =>
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .boundingClientRect()
      .exec(([box]: ({ width: number; height: number } | null)[]) => {
        if (box) size.current = box;
      });
  useEffect(() => {
    Taro.nextTick(measure);
  });
  const touched = (act: (point: Point) => void) => (event: { touches?: unknown }) => {
    const [touch] = (event.touches ?? []) as WechatTouch[];
    if (touch) act({ x: touch.x / size.current.width, y: touch.y / size.current.height });
  };
  return (
    <Canvas
      type="2d"
      id={id}
      className="blur__canvas"
      disableScroll
      onTouchStart={touched(trail.down)}
      onTouchMove={touched(trail.move)}
      onTouchEnd={trail.up}
      onTouchCancel={trail.up}
    />
  );
}
