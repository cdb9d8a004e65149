namespace Quire.Templating.Execution;

internal static class Errors
{
    public static Exception Type(string message) => new InvalidOperationException(message);
}
