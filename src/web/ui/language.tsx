import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { isLanguage, type Language } from '../../text/language.ts';
import { type WorkspaceText, workspaceText } from '../../text/workspace.ts';

type Spoken = {
  readonly language: Language;
  readonly text: WorkspaceText;
  readonly speak: (language: Language) => void;
};

const KEPT = 'minhchung.language';
const Spoken = createContext<Spoken>({ language: 'vi', text: workspaceText.vi, speak: () => {} });

function keptLanguage(): Language {
  const kept = localStorage.getItem(KEPT) ?? '';
  return isLanguage(kept) ? kept : 'vi';
}

/** The language of the workspace, kept in this browser. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(keptLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEPT, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, text: workspaceText[language], speak: setLanguage }), [language]);
  return <Spoken value={spoken}>{children}</Spoken>;
}

export function useLanguage(): Spoken {
  return use(Spoken);
}

/** The sentences of the workspace in the language of the screen. */
export function useText(): WorkspaceText {
  return use(Spoken).text;
}
