import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import 'dayjs/locale/vi';
import { CalendarDays } from 'lucide-react';
import { useEffect, useState } from 'react';
import { printDate } from '../../../text/numbers.ts';
import { useLanguage } from '../language.tsx';
import { readDay } from './written-day.ts';

type DayFieldProps = {
  readonly label: string;
  /** `2026-11-22`, what was typed where that is no day, or empty. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly description?: string;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly width?: string;
};

/** A day, typed as 22/11/2026; the calendar opens only when it is asked for, and its week begins on Monday. */
export function DayField({ value, onChange, width, error, ...rest }: DayFieldProps) {
  const { text, language } = useLanguage();
  const [typed, setTyped] = useState(printed(value));
  const [open, setOpen] = useState(false);
  useEffect(() => setTyped((known) => (readDay(known, true) === value ? known : printed(value))), [value]);

  const type = (written: string) => {
    setTyped(written);
    const day = readDay(written);
    if (day !== undefined || written === '') onChange(day ?? '');
  };
  const leave = () => {
    const day = readDay(typed, true);
    setTyped(day === undefined ? typed : printed(day));
    if ((day ?? typed) !== value) onChange(day ?? typed);
  };
  const pick = (day: string | null) => {
    setOpen(false);
    onChange(day ?? '');
  };
  return (
    <div style={{ width }}>
      <Popover
        withRoles={false}
        withinPortal={false}
        opened={open}
        onChange={setOpen}
        position="bottom-start"
        trapFocus
        returnFocus
        shadow="md"
      >
        <Popover.Target>
          <TextInput
            {...rest}
            error={error}
            placeholder={text.shell.dayShape}
            inputMode="numeric"
            value={typed}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={leave}
            onKeyDown={(event) => event.key === 'Enter' && leave()}
            rightSection={
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`${text.shell.chooseDay}: ${rest.label}`}
                onClick={() => setOpen(!open)}
              >
                <CalendarDays size={16} aria-hidden="true" />
              </ActionIcon>
            }
          />
        </Popover.Target>
        <Popover.Dropdown>
          <DatePicker
            locale={language}
            firstDayOfWeek={1}
            hideOutsideDates
            ariaLabels={text.shell.calendar}
            value={readDay(value) ?? null}
            defaultDate={readDay(value) ?? new Date()}
            onChange={pick}
          />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

function printed(value: string): string {
  return readDay(value) === value ? printDate(value) : value;
}
