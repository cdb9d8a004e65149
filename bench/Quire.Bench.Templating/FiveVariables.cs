namespace Quire.Bench.Templating;

/// <summary>(a): 195 bytes, five variables.</summary>
internal static class FiveVariables
{
    private sealed record Data(string Name, string Role, string Company, string City, string Ticket);

    private const string Text =
        "Hello {{ name }}, you are the {{ role }} of {{ company }} in {{ city }}. Answer in one paragraph, cite what you used, and end with the number of the ticket, which is {{ ticket }}. Thank you very much!";

    public static Workload Create()
    {
        var data = new Data("Ada Lovelace", "support engineer", "Globex", "Springfield", "QX-2025-0710");
        return new Workload
        {
            Name = "(a) 5 variables",
            Jinja = Text,
            Handlebars = Text.Replace("name", "Name").Replace("role", "Role").Replace("company", "Company").Replace("city", "City").Replace("{{ ticket", "{{ Ticket"),
            Model = data,
            ByHand = text => text.Add("Hello ").Add(data.Name).Add(", you are the ").Add(data.Role).Add(" of ").Add(data.Company).Add(" in ").Add(data.City)
                .Add(". Answer in one paragraph, cite what you used, and end with the number of the ticket, which is ").Add(data.Ticket).Add(". Thank you very much!"),
        };
    }
}
