import * as z from 'zod';
import { MetForm } from '../rules/answer/all-of.ts';
import { ChoiceForm } from '../rules/answer/choice.ts';
import { NeverForm, OnForm } from '../rules/answer/deadline.ts';
import { ValuesForm } from '../rules/answer/formula.ts';
import { GivenForm } from '../rules/answer/given.ts';
import { GroupedForm, PlainForm } from '../rules/answer/survey.ts';
import { CountsForm } from '../rules/count/deduct.ts';
import { CountForm, NumberForm, RatioForm } from '../rules/source.ts';
import { FiguresFields, UnitFields } from './figures.ts';

const NothingAroseForm = z.strictObject({ nothing_arose: z.literal(true) });

/** Every form that an input can have; which one a criterion takes depends on its rule. */
const WrittenInput = z
  .union([
    NothingAroseForm,
    RatioForm,
    NumberForm,
    CountForm,
    CountsForm,
    ChoiceForm,
    MetForm,
    OnForm,
    NeverForm,
    PlainForm,
    GroupedForm,
    GivenForm,
    ValuesForm,
  ])
  .meta({ id: 'Input' });

/** The whole form of a figures file at once, for the JSON Schema that other programs read. */
export const WrittenFigures = FiguresFields.extend({
  units: z.array(UnitFields.extend({ inputs: z.record(z.string(), WrittenInput) })),
});
