// Starts the check on a site that the reader has asked to be checked automatically.

void plumbline.check?.(false);
