import { printNumber } from '../../text/numbers.ts';
import styles from './aligned.module.css';
import { useLanguage } from './language.tsx';

type AlignedProps = {
  /** `"15.5"`, plain decimal form. */
  readonly written: string;
  /** Digits after the comma that the column leaves room for. */
  readonly decimals?: number;
};

/** A number whose comma stands under that of the number above, however many digits follow it. */
export function Aligned({ written, decimals = 2 }: AlignedProps) {
  const { language } = useLanguage();
  const digits = written.split('.')[1]?.length ?? 0;
  const room = Math.max(0, decimals - digits);
  const comma = digits === 0 && decimals > 0;
  return (
    <span className={styles.number}>
      {printNumber(written, language).replace('-', '−')}
      {room > 0 && <span className={styles.room} data-room={`${comma ? ',' : ''}${'0'.repeat(room)}`} />}
    </span>
  );
}
