namespace Quire.Templating.Jinja;

/// <summary>Ends reading for good: there are too many errors, or the nesting is too deep to go on.</summary>
internal sealed class ParseAbortedException : Exception;
