namespace Quire.Architecture.Tests.Api;

/// <summary>Input of <see cref="PublicApiTests"/>: extension methods cannot be nested.</summary>
public static class SampleExtensions
{
    public static int Twice(this string text, params int[] rest) => (text.Length * 2) + rest.Length;
}
