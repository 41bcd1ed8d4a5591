//! What a package is to an LMS: one manifest for each standard, and the table of them.
//!
//! SCORM 1.2 and 2004 (4th edition) are ADL's; cmi5 is its successor on xAPI. A package is one object that is launched: LMSs
//! agree least about what lies between several.

use quick_xml::escape::escape;

use super::Package;

/// A row of the table of standards.
pub struct Standard {
    /// In file names and to the package's scripts.
    pub name: &'static str,
    /// The manifest's file, at the root of the package.
    pub file: &'static str,
    /// The manifest of a package with some files, the launched one first.
    pub manifest: fn(&Package, &[&str]) -> String,
}

/// Every standard, the most widely understood first.
pub const STANDARDS: &[Standard] = &[
    Standard { name: "scorm12", file: "imsmanifest.xml", manifest: scorm12 },
    Standard { name: "scorm2004", file: "imsmanifest.xml", manifest: scorm2004 },
    Standard { name: "cmi5", file: "cmi5.xml", manifest: cmi5 },
];

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn files(names: &[&str]) -> String {
    names.iter().map(|name| format!("      <file href=\"{}\"/>\n", escape(*name))).collect()
}

fn scorm12(package: &Package, names: &[&str]) -> String {
    let Package { id, version, tag, .. } = package;
    let (title, files) = (escape(package.title), files(names));
    // No mastery score: an LMS that has one fails whoever stops half-way.
    let text =
        |words: &str| format!("<imsmd:langstring xml:lang=\"{tag}\">{}</imsmd:langstring>", escape(words));
    let about =
        package.summary.map(|words| format!("<imsmd:description>{}</imsmd:description>", text(words)));
    format!(
        "{HEAD}\
<manifest identifier=\"{id}\" version=\"{version}\" xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom xmlns:imsmd=\"http://www.imsglobal.org/xsd/imsmd_rootv1p2p1\">
      <imsmd:general><imsmd:title>{}</imsmd:title><imsmd:language>{tag}</imsmd:language>{}</imsmd:general>
      <imsmd:lifecycle><imsmd:version><imsmd:langstring xml:lang=\"x-none\">{version}</imsmd:langstring></imsmd:version></imsmd:lifecycle>
    </imsmd:lom>
  </metadata>
  <organizations default=\"{id}-organization\">
    <organization identifier=\"{id}-organization\">
      <title>{title}</title>
      <item identifier=\"{id}-item\" identifierref=\"{id}-resource\" isvisible=\"true\"><title>{title}</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier=\"{id}-resource\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"index.html\">
{files}    </resource>
  </resources>
</manifest>
",
        text(package.title),
        about.unwrap_or_default(),
    )
}

fn scorm2004(package: &Package, names: &[&str]) -> String {
    let Package { id, version, tag, .. } = package;
    let (title, files) = (escape(package.title), files(names));
    let text = |words: &str| format!("<string language=\"{tag}\">{}</string>", escape(words));
    let about = package.summary.map(|words| format!("<description>{}</description>", text(words)));
    format!(
        "{HEAD}\
<manifest identifier=\"{id}\" version=\"{version}\" xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\" xmlns:imsss=\"http://www.imsglobal.org/xsd/imsss\">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
    <lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\">
      <general><title>{}</title><language>{tag}</language>{}</general>
      <lifeCycle><version><string language=\"x-none\">{version}</string></version></lifeCycle>
    </lom>
  </metadata>
  <organizations default=\"{id}-organization\">
    <organization identifier=\"{id}-organization\">
      <title>{title}</title>
      <item identifier=\"{id}-item\" identifierref=\"{id}-resource\" isvisible=\"true\">
        <title>{title}</title>
        <imsss:sequencing>
          <imsss:objectives><imsss:primaryObjective objectiveID=\"{id}-objective\" satisfiedByMeasure=\"false\"/></imsss:objectives>
          <imsss:deliveryControls tracked=\"true\" completionSetByContent=\"true\" objectiveSetByContent=\"true\"/>
        </imsss:sequencing>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier=\"{id}-resource\" type=\"webcontent\" adlcp:scormType=\"sco\" href=\"index.html\">
{files}    </resource>
  </resources>
</manifest>
",
        text(package.title),
        about.unwrap_or_default(),
    )
}

fn cmi5(package: &Package, _: &[&str]) -> String {
    let Package { iri, tag, .. } = package;
    let text = |words: &str| format!("<langstring lang=\"{tag}\">{}</langstring>", escape(words));
    let (iri, title) = (escape(iri.as_str()), text(package.title));
    let about = text(package.summary.unwrap_or(package.title));
    // A course that nobody can fail moves on when it is done.
    let (moves_on, mastery) = match package
        .pass
        .filter(|_| package.modules.iter().any(|module| package.counts(module) && !module.checks.is_empty()))
    {
        Some(pass) => ("CompletedAndPassed", format!(" masteryScore=\"{}\"", f64::from(pass) / 100.0)),
        None => ("Completed", String::new()),
    };
    format!(
        "{HEAD}\
<courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\">
  <course id=\"{iri}\">
    <title>{title}</title>
    <description>{about}</description>
  </course>
  <au id=\"{iri}/au\" moveOn=\"{moves_on}\"{mastery} launchMethod=\"AnyWindow\" activityType=\"http://adlnet.gov/expapi/activities/course\">
    <title>{title}</title>
    <description>{about}</description>
    <url>index.html</url>
  </au>
</courseStructure>
"
    )
}
