use strict;
use warnings;
use Plack::Builder;

my %declared = (
    origins => ['https://app.example.com', 'https://admin.example.com'],
    methods => ['GET', 'PUT', 'DELETE'],
    headers => ['content-type', 'authorization'],
    credentials => 1,
    expose_headers => ['x-total-count'],
    max_age => 600,
);
my $app = sub {
    my ($env) = @_;
    my ($method, $path) = ($env->{REQUEST_METHOD}, $env->{PATH_INFO});
    my @json = ('Content-Type' => 'application/json');
    my $body = ['["carried out"]'];
    if ($path eq '/items') {
        return [405, [@json, Allow => 'GET, HEAD, PUT, DELETE'], []] unless $method =~ /^(GET|HEAD|PUT|DELETE)$/;
        return [200, [@json, 'X-Total-Count' => '5'], $method eq 'HEAD' ? [] : $body];
    }
    return [200, [@json, Vary => 'Accept-Language'], $body] if $path eq '/vary';
    return [302, [Location => '/items'], []] if $path eq '/moved';
    die 'uncaught' if $path eq '/boom';
    return [404, [@json], []];
};
builder {
    enable 'CrossOrigin', $ENV{INTENT} eq 'declared' ? %declared : (origins => '*');
    $app;
};
