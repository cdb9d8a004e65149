using System.CommandLine;
using System.Text.Json;
using Quire.Cli.Connecting;
using Quire.Cli.Terminal;

namespace Quire.Cli.Commands.Projects;

/// <summary><c>quire projects</c>: lists and makes projects.</summary>
internal static class ProjectsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliContext cli) => new("projects", "Lists and makes projects.") { List(cli), Make(cli) };

    private static Command List(CliContext cli)
    {
        var command = new Command("list", "Lists the projects that the key reaches.");
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var projects = (await api.Get(api.OrganisationRoute("projects"), cancellation)).Items().ToList();
            if (store.Json(call))
                cli.WriteList(projects);
            else
                Print(cli, projects);
            return ExitCodes.Done;
        });
    }

    private static Command Make(CliContext cli)
    {
        var name = new Argument<string>("name") { Description = "the name in addresses", HelpName = "NAME" };
        var command = new Command("create", "Makes a project.") { name };
        var store = new StoreOptions(command, project: false);
        return command.DoesWithStore(cli, store, async (call, api, cancellation) =>
        {
            var made = await api.Send(HttpMethod.Post, api.OrganisationRoute("projects"), Body, cancellation);
            if (store.Json(call))
                cli.WriteJson(made);
            else
                cli.WriteLine($"made the project {made.Text("name")}");
            return ExitCodes.Done;

            void Body(Utf8JsonWriter writer)
            {
                writer.WriteStartObject();
                writer.WriteString("name", call.GetValue(name));
                writer.WriteEndObject();
            }
        });
    }

    private static void Print(CliContext cli, List<JsonElement> projects)
    {
        var table = new Table("PROJECT", "DEFAULT BRANCH", "MADE");
        foreach (var project in projects)
            table.Add(project.Text("name"), project.Text("defaultBranch"), project.Text("createdAt"));
        cli.WriteRaw(System.Text.Encoding.UTF8.GetBytes(table.ToString()));
    }
}
