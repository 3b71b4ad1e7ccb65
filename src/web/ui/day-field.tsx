import { DateInput } from '@mantine/dates';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import 'dayjs/locale/vi';
import { CalendarDays } from 'lucide-react';
import { useLanguage } from './language.tsx';

dayjs.extend(customParseFormat);

const WRITTEN = ['DD/MM/YYYY', 'D/M/YYYY', 'D/M/YY', 'DDMMYYYY', 'YYYY-MM-DD'];

type DayFieldProps = {
  readonly label: string;
  /** `2026-11-22`, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly clearable?: boolean;
  readonly width?: string;
};

/** A day, typed as 22/11/2026 or picked from a calendar whose week begins on Monday. */
export function DayField({ value, onChange, width, ...rest }: DayFieldProps) {
  const { language } = useLanguage();
  return (
    <DateInput
      {...rest}
      error={rest.error ?? null}
      locale={language}
      valueFormat="DD/MM/YYYY"
      placeholder="22/11/2026"
      firstDayOfWeek={1}
      leftSection={<CalendarDays size={16} aria-hidden="true" />}
      value={value === '' ? null : value}
      dateParser={(typed) => {
        const day = dayjs(typed.trim(), WRITTEN, true);
        return day.isValid() ? day.format('YYYY-MM-DD') : null;
      }}
      onChange={(day) => onChange(day ?? '')}
      popoverProps={{ withinPortal: true }}
      {...(width !== undefined && { w: width })}
    />
  );
}
