// Readers that the figures are measured beside where someone has installed them; not among our packages.
declare module 'compromise';
declare module '@microsoft/recognizers-text-suite';
