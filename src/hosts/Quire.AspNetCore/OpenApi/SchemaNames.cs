namespace Quire.AspNetCore.OpenApi;

/// <summary>The names of schemas in the document; generated clients name types after them.</summary>
internal static class SchemaNames
{
    /// <summary>The type's name, without the word that says that it is an answer.</summary>
    public static string Of(Type type) => type.Name.EndsWith("Answer", StringComparison.Ordinal) ? type.Name[..^"Answer".Length] : type.Name;
}
