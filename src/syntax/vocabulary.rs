//! Norwegian and Swedish words that a clinician types where andrum's English names stand.

use crate::diag::{Diagnostic, nearest};

/// What the author wrote, in lower case, and the name it stands for.
const WORDS: &[(&str, &str)] = &[
    ("refleksjon", "reflection"),
    ("reflektion", "reflection"),
    ("skala", "scale"),
    ("valg", "choice"),
    ("val", "choice"),
    ("innsjekk", "checkin"),
    ("incheckning", "checkin"),
    ("hjemmeoppgave", "homework"),
    ("hjemmelekse", "homework"),
    ("hemuppgift", "homework"),
    ("hemläxa", "homework"),
    ("arbeidsark", "worksheet"),
    ("arbetsblad", "worksheet"),
    ("pust", "breathing"),
    ("puste", "breathing"),
    ("andning", "breathing"),
    ("kropp", "body"),
    ("kroppsøvelse", "body"),
    ("kroppsövning", "body"),
    ("kunnskapssjekk", "quiz"),
    ("kunskapskontroll", "quiz"),
    ("fase", "phase"),
    ("fas", "phase"),
    ("sjekkliste", "checklist"),
    ("checklista", "checklist"),
    ("inklusjon", "inclusion"),
    ("eksklusjon", "exclusion"),
    ("exklusion", "exclusion"),
    ("bare", "only"),
    ("kun", "only"),
    ("bara", "only"),
    ("endast", "only"),
    ("øvelse", "exercise"),
    ("övning", "exercise"),
    ("tittel", "title"),
    ("titel", "title"),
    ("rubrik", "title"),
    ("overskrift", "title"),
    ("type", "kind"),
    ("slag", "kind"),
    ("enhet", "unit"),
    ("uke", "unit"),
    ("vecka", "unit"),
    ("sammendrag", "summary"),
    ("sammanfattning", "summary"),
    ("målgruppe", "audience"),
    ("målgrupp", "audience"),
    ("minutter", "minutes"),
    ("minuter", "minutes"),
    ("oversatt", "translated"),
    ("översatt", "translated"),
    ("godkjent", "approved"),
    ("godkänd", "approved"),
    ("rekkefølge", "order"),
    ("ordning", "order"),
    ("kilder", "sources"),
    ("källor", "sources"),
    ("utkast", "draft"),
    ("del", "share"),
    ("dele", "share"),
    ("hver", "every"),
    ("varje", "every"),
    ("fra", "from"),
    ("från", "from"),
    ("til", "to"),
    ("till", "to"),
    ("tema", "theme"),
    ("samtale", "session"),
    ("samtal", "session"),
    ("modul", "module"),
    ("side", "page"),
    ("sida", "page"),
    ("forløp", "pathway"),
    ("förlopp", "pathway"),
    ("terapeut", "therapist"),
    ("privat", "private"),
    ("pasient", "patient"),
    ("pårørende", "relative"),
    ("anhörig", "relative"),
    ("lege", "physician"),
    ("läkare", "physician"),
    ("arbeidsgiver", "employer"),
    ("arbetsgivare", "employer"),
    ("behandler", "therapist"),
    ("behandlare", "therapist"),
    ("språk", "languages"),
    ("uke", "week"),
    ("vecka", "week"),
    ("kapittel", "chapter"),
    ("kapitel", "chapter"),
    ("telefon", "phone"),
];

/// The known name that was meant: itself, or by translation where the word is Norwegian or Swedish, else by likeness.
pub fn meant(written: &str, known: impl Iterator<Item = &'static str> + Clone) -> Option<&'static str> {
    if let Some(name) = known.clone().find(|name| *name == written) {
        return Some(name);
    }
    let word = written.to_lowercase();
    let translations = WORDS.iter().filter(|(nordic, _)| *nordic == word).map(|(_, name)| *name);
    let translated = { translations }.find(|name| known.clone().any(|candidate| candidate == *name));
    translated.or_else(|| nearest(written, known))
}

/// Adds the name that was meant. The fix replaces the words of the diagnostic's place.
pub fn suggest(
    fault: Diagnostic,
    written: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Diagnostic {
    match meant(written, known) {
        Some(name) => fault.nearest(name, [name], true),
        None => fault,
    }
}
