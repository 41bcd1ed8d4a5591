//! Keys and signatures in minisign's form: the stock `minisign` program takes ours, and these take its.

use std::fs::{self, OpenOptions};
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use ct_codecs::{Base64, Decoder};
use minisign::{KeyPair, PublicKey, PublicKeyBox, SecretKey, SecretKeyBox, SignatureBox};

use super::cli::{Common, End, print};
use crate::diag::Message;
use crate::message;
use crate::model::words::Words;

/// Where a key's password is found where nobody can be asked.
const PASSWORD: &str = "ANDRUM_KEY_PASSWORD";

#[derive(clap::Subcommand)]
pub enum Key {
    /// Make a key pair: a secret key, which signs releases, and a public key, which apps and `andrum verify` hold them to
    New {
        /// Where the secret key is written; the public key lies beside it, as .pub [default: ~/.andrum/<programme>.key]
        file: Option<PathBuf>,
        /// Guard it by no password, for a machine where no one can be asked
        #[arg(long)]
        no_password: bool,
    },
}

impl Key {
    pub fn run(&self, common: &Common) -> Result<(), End> {
        let Key::New { file, no_password } = self;
        let words = common.words();
        let secret = match file {
            Some(file) => file.clone(),
            None => usual(&common.programme_id()?)?,
        };
        let public = secret.with_extension("pub");
        if let Some(standing) = [&secret, &public].into_iter().find(|file| file.exists()) {
            return Err(End::Other(words.say(&message!("key-stands", file = standing.display()))));
        }
        let password = if *no_password { None } else { Some(new_password(&words)?) };
        let pair = match password {
            None => KeyPair::generate_unencrypted_keypair(),
            Some(password) => KeyPair::generate_encrypted_keypair(Some(password)),
        }
        .map_err(broken)?;
        if let Some(folder) = secret.parent() {
            fs::create_dir_all(folder)?;
        }
        let boxed = pair.sk.to_box(Some("andrum secret key")).map_err(broken)?;
        write(&secret, &boxed.to_string(), true)?;
        write(&public, &pair.pk.to_box().map_err(broken)?.to_string(), false)?;
        if !common.quiet {
            let made = message!("key-made", secret = secret.display(), public = public.display());
            eprintln!("{}", words.say(&made));
        }
        print(&format!("{}\n", pair.pk.to_base64()))
    }
}

/// What signs releases.
pub struct Signer {
    secret: SecretKey,
    /// As minisign writes it: one line in base64.
    pub public: String,
}

impl Signer {
    /// Reads a secret key; its password is taken from the environment or asked for.
    pub fn load(file: &Path, words: &Words) -> Result<Signer, End> {
        let text = fs::read_to_string(file)
            .map_err(|_| End::Other(words.say(&message!("key-missing", file = file.display()))))?;
        let unreadable = || End::Other(words.say(&message!("key-unreadable", file = file.display())));
        let secret = match bare(&text) {
            Some(secret) => secret,
            None => {
                let password = password(&words.say(&message!("key-password", file = file.display())))?;
                let boxed = SecretKeyBox::from_string(&text).map_err(|_| unreadable())?;
                boxed.into_secret_key(Some(password)).map_err(|_| unreadable())?
            }
        };
        let public = PublicKey::from_secret_key(&secret).map_err(|_| unreadable())?.to_base64();
        Ok(Signer { secret, public })
    }

    /// The signature of a file's bytes. It says the file's name and no time.
    pub fn sign(&self, name: &str, bytes: &[u8]) -> io::Result<String> {
        let comment = format!("file:{name}");
        let signed = minisign::sign(None, &self.secret, Cursor::new(bytes), Some(&comment), Some("andrum"));
        signed.map(|signature| signature.to_string()).map_err(io::Error::other)
    }
}

/// The public key that signatures are held to.
pub struct Pinned(PublicKey);

impl Pinned {
    /// A key as its line in base64, or the file that holds it.
    pub fn read(key: &str, words: &Words) -> Result<Pinned, End> {
        let from_file = || {
            let text = fs::read_to_string(key).ok()?;
            PublicKeyBox::from_string(&text).ok()?.into_public_key().ok()
        };
        PublicKey::from_base64(key)
            .ok()
            .or_else(from_file)
            .map(Pinned)
            .ok_or_else(|| End::Other(words.say(&message!("key-none", key = key))))
    }

    /// Whether a signature is of these bytes and made with this key; if not, what is wrong with it.
    pub fn holds(&self, bytes: &[u8], signature: &str) -> Result<(), Message> {
        let forged = || message!("verify-forged");
        let signature = SignatureBox::from_string(signature).map_err(|_| forged())?;
        if signature.keynum() != self.0.keynum() {
            return Err(message!("verify-other-key"));
        }
        minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false).map_err(|_| forged())
    }
}

/// A secret key that no password guards. The stock program gives such a key no checksum, so none is asked for.
fn bare(text: &str) -> Option<SecretKey> {
    let bytes = Base64::decode_to_vec(text.lines().nth(1)?, None).ok()?;
    // The two bytes after the algorithm tell how it is guarded.
    if bytes.get(2..4)? != [0, 0] {
        return None;
    }
    SecretKey::from_bytes(&bytes).ok()
}

/// Where the key of a programme lies unless told otherwise: not in the project, where it might come into git.
pub fn usual(programme: &str) -> Result<PathBuf, End> {
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty());
    let home = home.ok_or_else(|| End::Other("there is no home folder: name a file for the key".into()))?;
    Ok(home.join(".andrum").join(format!("{programme}.key")))
}

fn new_password(words: &Words) -> Result<String, End> {
    let first = password(&words.say(&message!("key-new-password")))?;
    let given = std::env::var(PASSWORD).is_ok();
    match given || first == password(&words.say(&message!("key-same-password")))? {
        true if first.is_empty() => Err(End::Other(words.say(&message!("key-empty-password")))),
        true => Ok(first),
        false => Err(End::Other(words.say(&message!("key-other-password")))),
    }
}

fn password(prompt: &str) -> Result<String, End> {
    if let Ok(password) = std::env::var(PASSWORD) {
        return Ok(password);
    }
    rpassword::prompt_password(format!("{prompt}: ")).map_err(|error| {
        End::Other(format!("the key's password can't be asked for ({error}): set {PASSWORD}"))
    })
}

/// Writes a new file, which no one else may read where it is secret.
fn write(place: &Path, text: &str, secret: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    if secret {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    options
        .open(place)
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", place.display())))
}

fn broken(error: minisign::PError) -> End {
    End::Other(format!("no key could be made: {error}"))
}
