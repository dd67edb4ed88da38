using GossipLab.Web.Features.Lessons;
using GossipLab.Web.Features.Models;
using GossipLab.Web.Features.Presenter;
using GossipLab.Web.Labs;
using GossipLab.Web.Lessons;
using GossipLab.Web.Pages;
using GossipLab.Web.Parts;
using GossipLab.Web.RealClusters;
using GossipLab.Web.RealClusters.Nodes;
using GossipLab.Web.Shell;
using GossipLab.Web.Sweeps;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // Otherwise only a published build finds its files outside Development.
builder.WebHost.ListenWhereTold(builder.Configuration);

builder.Services.AddResponseCompression();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();
builder.Services.AddSignalR().AddMessagePackProtocol();
builder.Services.AddMudServices();
builder.Services.AddScoped<ContentSecurity>();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new LabLimits());
builder.Services.AddSingleton<LabDirectory>();
builder.Services.AddSingleton(new LessonShelf(builder.Configuration["lessons"]));
builder.Services.AddSingleton<LessonDesk>();
builder.Services.AddScoped<LessonProgress>();
builder.Services.AddScoped<LessonFiles>();
builder.Services.AddSingleton<PresentationDesk>();
builder.Services.AddSingleton<ModelDesk>();
builder.Services.AddScoped<TermUse>();
builder.Services.AddSingleton(new RealClusterLimits());
builder.Services.AddSingleton<NodeStarter>();
builder.Services.AddSingleton<RealClusterDirectory>();
builder.Services.AddSingleton<SweepDesk>();
builder.Services.AddSingleton<TuningDesk>();

var app = builder.Build();
app.UseResponseCompression();
app.Use(ContentSecurity.Guard);
app.UseExceptionHandler(PageRoutes.Error, createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute(PageRoutes.NotFound, createScopeForStatusCodePages: true);
app.UseAntiforgery();

app.MapStaticAssets();
app.MapGet(PageRoutes.Health, () => "ok");
app.MapHub<LabHub>(LabHub.Route);
app.MapHub<RealClusterHub>(RealClusterHub.Route);
app.MapGet(PageRoutes.SweepFile("{id}", "{ending}"), SweepDownloads.Get);
app.MapGet(PageRoutes.TuneFile("{id}"), TuneRuns.GetTable);
app.MapGet(PageRoutes.TuneRun("{id}", "{candidate:int}", "{run:int}"), TuneRuns.Open);
app.MapRazorComponents<App>()
    .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

await app.RunAsync();
