using Quire.Core.Organisations;
using Quire.Core.Prompts;
using Quire.Core.Stores;
using Quire.Versioning.Objects;

namespace Quire.Storage.Tests.Support;

/// <summary>An organisation with one project, and what tests say often.</summary>
public sealed record Scene(IStore Store, Organisation Organisation, Project Project)
{
    /// <summary>A time that both databases keep exactly.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 20, 30, 400, TimeSpan.Zero);

    public long OrganisationId => Organisation.Id;

    public long ProjectId => Project.Id;

    public static Task<Scene> Make(IStore store, string name) => store.Write(session =>
    {
        var organisation = session.Organisations.Add(name, Now);
        return new Scene(store, organisation, session.Projects.Add(organisation.Id, "prompts", "refs/heads/main", Now));
    });

    public Task<T> Read<T>(Func<ISession, T> work) => Store.Read(work, TestContext.Current.CancellationToken);

    public Task<T> Write<T>(Func<ISession, T> work) => Store.Write(work, TestContext.Current.CancellationToken);

    public Task Write(Action<ISession> work) => Store.Write(session =>
    {
        work(session);
        return true;
    }, TestContext.Current.CancellationToken);

    public Task<Project> AnotherProject(string name = "other") => Write(session => session.Projects.Add(OrganisationId, name, "refs/heads/main", Now));

    /// <summary>An id that stands for some object.</summary>
    public static ObjectId Id(int number) => ObjectId.Parse($"{number:x40}");

    public Prompt Prompt(string path) => new()
    {
        OrganisationId = OrganisationId,
        ProjectId = ProjectId,
        Path = path,
        FilePath = path + ".prompt.md",
        CreatedAt = Now,
        UpdatedAt = Now,
    };

    public static PromptVersion Version(Prompt prompt, long number) => new()
    {
        OrganisationId = prompt.OrganisationId,
        ProjectId = prompt.ProjectId,
        PromptId = prompt.Id,
        Number = number,
        Blob = Id((int)number),
        Commit = Id(1000 + (int)number),
        FilePath = prompt.FilePath,
        Author = "Ada <ada@example.org>",
        Message = "Say it better\n",
        CreatedAt = Now,
        Facts = "{}",
    };

    /// <summary>Stores a prompt that stands at the tip with its latest version.</summary>
    public static Prompt Standing(ISession session, Prompt prompt, long number = 1, Func<PromptVersion, PromptVersion>? change = null)
    {
        var stored = session.Prompts.Add(prompt with { TipBlob = Id((int)number), LastNumber = number, LatestNumber = number });
        session.Versions.Add([(change ?? (version => version))(Version(stored, number))]);
        return stored;
    }
}
