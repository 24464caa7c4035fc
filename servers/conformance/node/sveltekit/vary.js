export const GET = () => Response.json(['carried out'], { headers: { Vary: 'Accept-Language' } });
