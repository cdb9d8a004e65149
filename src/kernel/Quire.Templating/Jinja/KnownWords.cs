namespace Quire.Templating.Jinja;

/// <summary>One string for each word that templates use all the time, so that reading makes fewer.</summary>
internal static class KnownWords
{
    private static readonly HashSet<string> Words = new(
        ("if else elif endif for endfor in not and or is set endset true false none True False None loop index index0 first last length macro endmacro call endcall filter endfilter " +
        "block endblock extends include import from as with endwith without context do break continue recursive scoped required raw endraw autoescape endautoescape defined undefined default " +
        "join upper lower trim list map select reject selectattr rejectattr sort int float string replace round tojson title capitalize messages message role content name system user assistant " +
        "tool tools bos_token eos_token add_generation_prompt ignore missing namespace range ns caller item items key value text type function arguments merge_point endmerge_point").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Get(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var known) ? known : word.ToString();
}
