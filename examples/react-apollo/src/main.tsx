import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { client } from './client';
import { Page } from './page';

const place = document.getElementById('page');
if (!place) throw new Error('There is no element with the id "page".');
createRoot(place).render(
  <ApolloProvider client={client}>
    <Page />
  </ApolloProvider>,
);
