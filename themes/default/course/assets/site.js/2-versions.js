// An LMS holds one version at a time: there is no other to look for.
