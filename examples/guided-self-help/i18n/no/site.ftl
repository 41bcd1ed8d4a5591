# De andre ordene er de innebygde.

language-name = Bokmål
