//! `course-size`: a course with more in it than SCORM 1.2 lets an LMS keep of a learner. A quarter of the room is left free, for
//! what the course will grow by while learners are in the middle of it.

use super::Beside;
use crate::diag::{Diagnostic, Lint};
use crate::message;
use crate::model::Programme;
use crate::model::course::{SUSPENDED, suspended};
use crate::model::project::FILE;
use crate::source::Path;

const MOST: usize = SUSPENDED / 4 * 3;

pub fn check(programme: &Programme, _: &Beside, found: &mut Vec<Diagnostic>) {
    // Twins agree on modules and questions (`different-structure`).
    let Some(language) = (0..programme.project.languages.len()).max_by_key(|at| programme.modules(*at).len())
    else {
        return;
    };
    let size = suspended(&programme.modules(language));
    let place = programme.project.written.get("course").and_then(|course| course.key("modules"));
    if let Some(span) = place.filter(|_| size > MOST) {
        let message = message!("course-size", size = size, most = MOST);
        found.push(Diagnostic::new(Lint::CourseSize, span.within(&Path::new(FILE)), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Content, Tree};

    /// A course of some modules, each with a knowledge check of some questions with four options.
    fn course(modules: usize, questions: usize) -> Vec<Diagnostic> {
        let mut tree = Tree::default();
        let ids: Vec<String> = (0..modules).map(|at| format!("m{at}")).collect();
        let programme = format!(
            "id: p\nversion: 0.1.0\ntitle: {{ no: P }}\nlanguages:\n  no: {{ tag: nb }}\neditions:\n  course: {{ audiences: [trainee] }}\nschedule: {{ unit: module, count: 1 }}\ncourse: {{ id: c, title: {{ no: C }}, modules: [{}] }}\n",
            ids.join(", ")
        );
        tree.insert(FILE, Content::Bytes(programme.into_bytes().into()));
        for id in &ids {
            let asked: String = (0..questions)
                .map(|at| format!("### Spør?{{#{id}-q{at} outcome=o}}\n\n- [x] a {{#a}}\n- [ ] b {{#b}}\n- [ ] c {{#c}}\n- [ ] d {{#d}}\n\n"))
                .collect();
            let page = format!(
                "---\nid: {id}\nkind: module\ntitle: M\nminutes: 5\noutcomes: [{{ id: o, text: O }}]\n---\n:::quiz[Q]{{#{id}-quiz pass=80}}\n{asked}:::\n"
            );
            tree.insert(&format!("content/no/{id}.md"), Content::Bytes(page.into_bytes().into()));
        }
        let mut found = Vec::new();
        check(&crate::model::read(&tree).value, &Beside::default(), &mut found);
        found
    }

    #[test]
    fn a_course_of_eighty_modules_with_twelve_questions_each_has_room_and_one_of_a_hundred_and_twenty_has_not()
     {
        assert_eq!(course(80, 12), []);
        let found = course(120, 12);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.key, "course-size");
    }
}
