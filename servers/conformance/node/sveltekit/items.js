const answer = () => Response.json(['carried out'], { headers: { 'X-Total-Count': '5' } });

export { answer as GET, answer as PUT, answer as DELETE };
