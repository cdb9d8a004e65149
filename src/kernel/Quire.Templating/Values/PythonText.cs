namespace Quire.Templating.Values;

internal static class PythonText
{
    public static string Str(in Value value) => value.Kind.ToString();

    public static string Float(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
